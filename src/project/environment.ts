import { join } from 'node:path'
import { parseEnv } from 'node:util'

import { readText } from '../files/read-text.ts'

export type Environment = Record<string, string | undefined>

/** The app's `.env` with the variables of this process over it, which win as they do in the app. */
export function readEnvironment(root: string, environment: Environment = process.env): Environment {
  const text = readText(join(root, '.env'))
  return { ...(text === undefined ? {} : parseEnv(text)), ...environment }
}
