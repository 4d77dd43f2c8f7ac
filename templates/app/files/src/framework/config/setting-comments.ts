import { existsSync, readFileSync } from 'node:fs'

/** A comment and the name of the setting right below it. */
const commented =
  /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/|\/\/[^\n]*(?:\n[ \t]*\/\/[^\n]*)*)\s*\n[ \t]*([A-Z][A-Z0-9_]*):/g

/** What the code says that each setting is for: the comment above its line. */
export const settingComments = (code: string): Record<string, string> =>
  Object.fromEntries(
    [...code.matchAll(commented)].map(([, comment = '', name = '']) => [name, textOf(comment)]),
  )

/** The code of `src/config.ts`, where the app runs from its sources. */
export const configCode = (path = 'src/config.ts') =>
  existsSync(path) ? readFileSync(path, 'utf8') : ''

const textOf = (comment: string) =>
  comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\/\/|\*)?\s*/, '').trim())
    .filter(Boolean)
    .join(' ')
