import type { z } from 'zod'

import { isSecret, redactionOf } from './secret.ts'
import { withSecretFiles } from './secret-files.ts'
import type { Source } from './sources.ts'

/** A value that a place gives a setting. */
export type Given = { value: string; from: Source; line?: number }

export type SettingsFault = { name: string; says: string; at?: Omit<Given, 'value'> }

/** What each place gives each setting, the strongest first, and what a schema makes of it. */
export function settleSettings<T extends z.ZodObject>(schema: T, sources: Source[]) {
  const names = Object.keys(schema.shape)
  const readable = withSecretFiles(schema, sources)
  const given = new Map(names.map((name) => [name, givenBy(readable, name)]))
  const values = Object.fromEntries(names.map((name) => [name, given.get(name)?.[0]?.value]))
  const read = schema.safeParse(values)
  const redact = redactionOf(schema, values)
  const faults = [
    ...readable.flatMap((source) => faultsOf(source, schema)),
    ...(read.error?.issues ?? []).map((issue): SettingsFault => {
      const name = String(issue.path[0] ?? 'The environment')
      const [at] = given.get(name) ?? []
      return at ? { name, says: `: ${redact(issue.message)}`, at } : { name, says: ' is not set' }
    }),
  ]
  return { given, read, faults }
}

/** An empty value sets nothing: `LOG_LEVEL=` in a file. */
const givenBy = (sources: Source[], name: string): Given[] =>
  sources.flatMap((from) => {
    const setting = Object.hasOwn(from.settings, name) ? from.settings[name] : undefined
    return setting?.value ? [{ ...setting, from }] : []
  })

/** What a file may not hold, whether or not a stronger place decides. */
function faultsOf(from: Source, { shape }: z.ZodObject): SettingsFault[] {
  if (from.fault !== undefined) return [{ name: from.name, says: ` ${from.fault}` }]
  return Object.entries(from.settings).flatMap(([name, { line }]) => {
    const says = refusal(from, name, Object.hasOwn(shape, name) ? shape[name] : undefined)
    return says ? [{ name, says, at: { from, ...(line && { line }) } }] : []
  })
}

function refusal({ kind, name: place }: Source, name: string, schema: z.core.$ZodType | undefined) {
  if (name === 'NODE_ENV' && kind !== 'environment' && place !== '.env') {
    return ' chooses the file, so the file cannot set it'
  }
  if (kind !== 'config file') return undefined
  if (!schema) return ' is no setting of this app'
  return isSecret(schema)
    ? ' is a secret, and this file is not: set it in the environment'
    : undefined
}
