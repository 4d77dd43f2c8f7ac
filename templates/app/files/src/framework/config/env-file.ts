import { parseEnv } from 'node:util'

import type { Setting } from './sources.ts'

/** The variables of an env file, each with its line. */
export const readEnvFile = (text: string): Record<string, Setting> =>
  Object.fromEntries(
    Object.entries(parseEnv(text)).map(([name, value = '']) => [
      name,
      { value, line: lineOf(name, text) },
    ]),
  )

/** The last line that sets a variable is the one that counts. */
function lineOf(name: string, text: string) {
  const names = text
    .split(/\r?\n/)
    .map((line) => /^\s*(?:export\s+)?([^\s=#]+)\s*=/.exec(line)?.[1])
  return names.lastIndexOf(name) + 1
}
