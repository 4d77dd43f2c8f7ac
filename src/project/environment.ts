import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'

import type { Place } from '../errors/elif-error.ts'
import { readText } from '../files/read-text.ts'

export type Environment = Record<string, string | undefined>

const shared = '.env'

/**
 * The app's `.env` and `.env.<profile>` under the variables of this process, which win as they do
 * in the app. What is empty sets nothing that a file sets. An address of the database that lies in
 * a file of its own is read from there.
 */
export function readEnvironment(root: string, environment: Environment = process.env): Environment {
  const places = envFiles(root, environment).map((path) => read(root, path))
  const inFiles = Object.assign({}, ...places.map((each) => withDatabaseFile(root, each)))
  const own = Object.entries(withDatabaseFile(root, environment)).filter(
    ([name, value]) => value !== '' || inFiles[name] === undefined,
  )
  return { ...inFiles, ...Object.fromEntries(own) }
}

/** A file that cannot be read sets nothing; whoever needs the address says so. */
function withDatabaseFile(root: string, place: Environment): Environment {
  const { DATABASE_URL: address, DATABASE_URL_FILE: path } = place
  if (address || !path) return place
  try {
    const found = readText(resolve(root, path))?.trimEnd()
    return found ? { ...place, DATABASE_URL: found } : place
  } catch {
    return place
  }
}

/** Where the app's env files set a variable; undefined when this process has it, which wins. */
export function placeOfVariable(
  root: string,
  name: string,
  environment: Environment = process.env,
): Place | undefined {
  if (environment[name]) return undefined
  const places = envFiles(root, environment).map((path) => ({
    path,
    line: lineOfVariable(readText(join(root, path)) ?? '', name),
  }))
  return places.findLast(({ line }) => line > 0) ?? { path: shared }
}

/** The line of a `.env` that sets a variable, the last one as in Node; 0 when none does. */
function lineOfVariable(text: string, name: string): number {
  const sets = new RegExp(`^\\s*(export\\s+)?${name}\\s*=`)
  return text.split(/\r?\n/).findLastIndex((each) => sets.test(each)) + 1
}

/** The strongest last. */
function envFiles(root: string, environment: Environment): string[] {
  const profile = environment['NODE_ENV'] || read(root, shared)['NODE_ENV'] || 'development'
  return /^\w+$/.test(profile) ? [shared, `${shared}.${profile}`] : [shared]
}

function read(root: string, path: string): Environment {
  return parseEnv(readText(join(root, path)) ?? '')
}
