import { join } from 'node:path'
import { parseEnv } from 'node:util'

import type { Place } from '../errors/elif-error.ts'
import { readText } from '../files/read-text.ts'

export type Environment = Record<string, string | undefined>

/** The app's `.env` with the variables of this process over it, which win as they do in the app. */
export function readEnvironment(root: string, environment: Environment = process.env): Environment {
  const text = readText(join(root, '.env'))
  return { ...(text === undefined ? {} : parseEnv(text)), ...environment }
}

/** Where the app's `.env` sets a variable; undefined when this process has it, which wins. */
export function placeOfVariable(
  root: string,
  name: string,
  environment: Environment = process.env,
): Place | undefined {
  if (environment[name] !== undefined) return undefined
  const line = lineOfVariable(readText(join(root, '.env')) ?? '', name)
  return { path: '.env', ...(line > 0 && { line }) }
}

/** The line of a `.env` that sets a variable, the last one as in Node; 0 when none does. */
export function lineOfVariable(text: string, name: string): number {
  const sets = new RegExp(`^\\s*(export\\s+)?${name}\\s*=`)
  return text.split(/\r?\n/).findLastIndex((each) => sets.test(each)) + 1
}
