import type { z } from 'zod'

import type { Files } from '../files/files.ts'
import { parseJson } from '../text/parse-json.ts'

/** The app's package.json as a schema reads it; undefined when it does not have that form. */
export function readPackage<T extends z.ZodType>(files: Files, schema: T): z.output<T> | undefined {
  return schema.safeParse(parseJson(files.read('package.json') ?? '')).data
}
