import { pino } from 'pino'

import { pathOf } from '../http/path-of.ts'

const secrets = new Set([
  'password',
  'token',
  'secret',
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'x-csrf-token',
])

/** Deeper than this nobody logs on purpose, and a circle ends. */
const DEEPEST = 4

/**
 * The same object without what is a secret by its name. It looks at the names that are there: a list of
 * paths to look for, as pino's own `redact` has it, costs twenty times as much with each line.
 */
export function hideSecrets(object: object, depth = 0): Record<string, unknown> {
  if (isHarmless(object)) return object
  const shown: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(object)) {
    shown[name] = isSecret(name) ? '[Redacted]' : shownValue(value, depth)
  }
  return shown
}

const isSecret = (name: string) => secrets.has(name.toLowerCase())

/** Most lines hold some words and numbers, and need no copy. */
function isHarmless(object: object): object is Record<string, unknown> {
  for (const name in object) {
    const value: unknown = Reflect.get(object, name)
    if ((typeof value === 'object' && value !== null) || isSecret(name)) return false
  }
  return true
}

function shownValue(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEEPEST) return '[deeper]'
  if (value instanceof Error) return shownError(value, depth + 1)
  if (Array.isArray(value)) return value.map((each) => shownValue(each, depth + 1))
  const prototype: unknown = Object.getPrototypeOf(value)
  const isPlain = prototype === Object.prototype || prototype === null
  return isPlain ? hideSecrets(value, depth + 1) : value
}

/** Without the values of a row, which PostgreSQL puts into `detail` and `where`. */
const shownError = (error: Error, depth: number) => ({
  ...hideSecrets(pino.stdSerializers.err(error), depth),
  detail: undefined,
  where: undefined,
  // What a problem tells its caller; its cause stands in the stack.
  extras: undefined,
})

export const serializers = {
  /** Without the query, which may hold what only the caller should know. */
  req: ({ method, url }: { method: string; url: string }) => ({
    method,
    path: pathOf(url),
  }),

  /** As it is shown already: pino's own would take it for another kind of error. */
  err: (error: unknown) => error,
}
