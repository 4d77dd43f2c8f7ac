import { z } from 'zod'

/** Marks a setting whose value nobody gets to see: not in an error, an explanation or the log. */
export const secret = <T extends z.ZodType>(schema: T) => schema.meta({ secret: true })

type Wrapper = { innerType?: z.core.$ZodType; in?: z.core.$ZodType }

/** Whether a schema is marked, or what it wraps: `secret(z.string()).optional()` is as secret. */
export function isSecret(schema: z.core.$ZodType | undefined): boolean {
  if (!(schema instanceof z.ZodType)) return false
  const { innerType, in: input } = schema.def as Wrapper
  return schema.meta()?.['secret'] === true || isSecret(innerType ?? input)
}

/** What is shorter would be found in words that have nothing to do with it. */
const SHORTEST = 8

/** Takes the values of secret settings out of a text, and the passwords of URLs among them. */
export function redactionOf({ shape }: z.ZodObject, values: Record<string, unknown>) {
  const hidden = Object.entries(shape)
    .filter(([, schema]) => isSecret(schema))
    .flatMap(([name]) => values[name])
    .filter((value) => typeof value === 'string')
    .flatMap((value) => passwordsIn(value).concat(value))
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1)])
    .filter((value) => value.length >= SHORTEST)
  const longestFirst = [...new Set(hidden)].toSorted((one, other) => other.length - one.length)

  return (text: string) =>
    longestFirst.reduce((shown, value) => shown.replaceAll(value, '[secret]'), text)
}

/** A password that is the name of its user keeps nothing secret: `postgres:postgres`. */
function passwordsIn(text: string) {
  const { password, username } = (URL.canParse(text) && new URL(text)) || {}
  if (!password || password === username) return []
  return [password, decodeURIComponent(password)]
}
