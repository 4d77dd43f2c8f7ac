import { createRequire } from 'node:module'
import { resolve } from 'node:path'

import { StartError } from '../lifecycle/start-error.ts'
import type { Setting } from './sources.ts'

type Reader = (text: string, directory: string) => unknown
type Parser = { parse: (text: string) => unknown }

/** JSON is read as it is; whoever wants another format installs the package that reads it. */
export const configFormats: Record<string, Reader> = {
  json: (text) => JSON.parse(text),
  yaml: (text, directory) => parserFrom('yaml', directory).parse(text),
  toml: (text, directory) => parserFrom('smol-toml', directory).parse(text),
}

function parserFrom(name: string, directory: string): Parser {
  const require = createRequire(resolve(directory, 'package.json'))
  try {
    return require(name)
  } catch (cause) {
    throw new StartError(`needs a package: npm install ${name}`, { cause })
  }
}

/**
 * The settings in a tree, by the names that they have as variables: `{ database: { poolSize: 5 } }`
 * is DATABASE_POOL_SIZE=5. A list is what it is in a variable: its values with commas between.
 */
export function settingsIn(tree: unknown, text: string, above: string[] = []) {
  const settings: Record<string, Setting> = {}
  for (const [key, value] of Object.entries(Object(tree))) {
    const path = [...above, key]
    if (isBranch(value)) Object.assign(settings, settingsIn(value, text, path))
    else settings[variableOf(path)] = { value: String(value ?? ''), line: lineOf(path, text) }
  }
  return settings
}

const isBranch = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const variableOf = (path: string[]) =>
  path
    .join('_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase()

/** Where the last key of a path is written, behind those above it. */
function lineOf(path: string[], text: string) {
  let position = 0
  for (const key of path) {
    const written = new RegExp(`(?<![\\w-])${key.replaceAll(/\W/g, '\\$&')}["']?\\s*[:=\\].]`, 'g')
    written.lastIndex = position
    position = written.exec(text)?.index ?? position
  }
  return text.slice(0, position).split('\n').length
}
