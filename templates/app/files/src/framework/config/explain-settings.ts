import type { z } from 'zod'

import { isSecret } from './secret.ts'
import { type Given, type SettingsFault, settleSettings } from './settle-settings.ts'
import type { Source } from './sources.ts'

/** `default` where no place sets it, `nowhere` where it has no default either. */
type Place = { from: string; line?: number }

export type ExplainedSetting = Place & {
  name: string
  isSecret: boolean
  /** What the app reads. A secret has none here, and neither has what cannot be read. */
  value?: unknown
  /** What weaker places say, the strongest of them first. */
  overrides: (Place & { value?: string })[]
  /** What is wrong with it, without its value. */
  faults: string[]
}

/** Every setting: what it is, which place says so, and over which others. No secret is among it. */
export function explainSettings(schema: z.ZodObject, sources: Source[]) {
  const { given, faults } = settleSettings(schema, sources)
  const explain = (name: string) => {
    const own = faults.filter((each) => each.name === name)
    return explained(name, schema.shape[name], given.get(name) ?? [], own)
  }
  return {
    settings: Object.keys(schema.shape).map(explain),
    /** What is wrong with no setting of the app, but with a place. */
    faults: faults
      .filter(({ name }) => !Object.hasOwn(schema.shape, name))
      .map(({ name, says }) => name + says),
  }
}

function explained(
  name: string,
  schema: z.ZodType,
  [decides, ...weaker]: Given[],
  faults: SettingsFault[],
): ExplainedSetting {
  const hides = isSecret(schema)
  const { data: value } = schema.safeParse(decides?.value)
  const place = ({ from, line }: Given) => ({ from: from.name, ...(line && { line }) })
  const shown = (one: Given) => (hides ? place(one) : { value: one.value, ...place(one) })
  return {
    name,
    isSecret: hides,
    ...(!hides && value !== undefined && { value }),
    ...(decides ? place(decides) : { from: value === undefined ? 'nowhere' : 'default' }),
    overrides: weaker.map(shown),
    faults: faults.map(({ says }) => says.replace(/^:? /, '')),
  }
}
