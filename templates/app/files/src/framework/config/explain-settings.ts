import { safeParse, type z } from 'zod'

import { isSecret } from './secret.ts'
import { configCode, settingComments } from './setting-comments.ts'
import { settingSchema, settingsSchema, typeText } from './setting-schema.ts'
import { type Given, type SettingsFault, settleSettings } from './settle-settings.ts'
import type { Source } from './sources.ts'

/** `default` where no place sets it, `nowhere` where it has no default either. */
type Place = { from: string; line?: number }

export type ExplainedSetting = Place & {
  name: string
  /** What it is for: its `.describe()`, else the comment above it in `src/config.ts`. */
  description?: string
  /** What it may be, as `integer from 0 to 65535`. */
  type: string
  default?: unknown
  isSecret: boolean
  /** What the app reads. A secret has none here, and neither has what cannot be read. */
  value?: unknown
  /** What weaker places say, the strongest of them first. */
  overrides: (Place & { value?: string })[]
  /** What is wrong with it, without its value. */
  faults: string[]
}

/**
 * Every setting: what it is for, what it is, which place says so, and over which others. No secret is
 * among it. `code` is where the comments on the settings stand.
 */
export function explainSettings(schema: z.ZodObject, sources: Source[], code = configCode()) {
  const { given, faults } = settleSettings(schema, sources)
  const comments = settingComments(code)
  const explain = ([name, each]: [string, z.core.$ZodType]) => {
    const own = faults.filter((fault) => fault.name === name)
    const about = aboutOf(each, comments[name])
    return { name, ...about, ...explained(each, given.get(name) ?? [], own) }
  }
  return {
    settings: Object.entries(schema.shape).map(explain) satisfies ExplainedSetting[],
    /** JSON Schema of them all. */
    schema: settingsSchema(schema, comments),
    /** What is wrong with no setting of the app, but with a place. */
    faults: faults
      .filter(({ name }) => !Object.hasOwn(schema.shape, name))
      .map(({ name, says }) => name + says),
  }
}

function aboutOf(schema: z.core.$ZodType, comment?: string) {
  const { description, default: usual, ...json } = settingSchema(schema, comment)
  return {
    ...(description !== undefined && { description }),
    type: typeText(json),
    ...(usual !== undefined && !isSecret(schema) && { default: usual }),
  }
}

function explained(
  schema: z.core.$ZodType,
  [decides, ...weaker]: Given[],
  faults: SettingsFault[],
) {
  const hides = isSecret(schema)
  const { data: value } = safeParse(schema, decides?.value)
  const place = ({ from, line }: Given) => ({ from: from.name, ...(line && { line }) })
  const shown = (one: Given) => (hides ? place(one) : { value: one.value, ...place(one) })
  return {
    isSecret: hides,
    ...(!hides && value !== undefined && { value }),
    ...(decides ? place(decides) : { from: value === undefined ? 'nowhere' : 'default' }),
    overrides: weaker.map(shown),
    faults: faults.map(({ says }) => says.replace(/^:? /, '')),
  }
}
