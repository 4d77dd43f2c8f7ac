import type { z } from 'zod'

import { StartError } from '../lifecycle/start-error.ts'

/** Reads all variables at once; names each that is at fault, and never its value. */
export function readEnvironment<T extends z.ZodType>(
  schema: T,
  environment: Record<string, string | undefined>,
): z.output<T> {
  // An empty variable is one that is not set: `DATABASE_URL=` in a file.
  const set = Object.entries(environment).filter(([, value]) => value !== '')
  const read = schema.safeParse(Object.fromEntries(set))
  if (read.success) return read.data
  const faults = read.error.issues.map((issue) => {
    const name = issue.path.join('.')
    return environment[name] ? `  ${name}: ${issue.message}` : `  ${name} is not set`
  })
  throw new StartError(`The environment is not complete:\n${faults.join('\n')}`)
}
