import type { z } from 'zod'

import type { Files } from '../files/files.ts'

/** The app's package.json as a schema reads it; undefined when it does not have that form. */
export function readPackage<T extends z.ZodType>(files: Files, schema: T): z.output<T> | undefined {
  try {
    return schema.safeParse(JSON.parse(files.read('package.json') ?? '')).data
  } catch {
    return undefined
  }
}
