import { basename, extname } from 'node:path'

import type { Options, Plugin } from 'prettier'

import { isLaid } from './laid-texts.ts'

/** The formatter's settings, as an app's `.prettierrc.json` has them. */
export type FormatSettings = Omit<Options, 'parser' | 'plugins' | 'filepath'>

/** How templates lie and how new apps begin. */
export const ownSettings: FormatSettings = {
  semi: false,
  singleQuote: true,
  printWidth: 100,
  trailingComma: 'all',
}

const PARSERS = new Map([
  ['.ts', 'typescript'],
  ['.mts', 'typescript'],
  ['.cts', 'typescript'],
  ['.js', 'babel'],
  ['.mjs', 'babel'],
  ['.cjs', 'babel'],
  ['.json', 'json'],
  ['.jsonc', 'jsonc'],
  ['.md', 'markdown'],
  ['.yml', 'yaml'],
  ['.yaml', 'yaml'],
])

const PARSERS_BY_NAME = new Map([
  ['package.json', 'json-stringify'],
  ['package-lock.json', 'json-stringify'],
  ['composer.json', 'json-stringify'],
])

/**
 * Formats a whole file with the app's settings; a kind of file that the formatter does not know
 * stays as it is. A text that lies formatted already does not load the formatter.
 */
export async function formatText(
  path: string,
  text: string,
  settings: FormatSettings = ownSettings,
): Promise<string> {
  const name = basename(path)
  const parser = PARSERS_BY_NAME.get(name) ?? PARSERS.get(extname(name))
  if (!parser || (isLaid(text) && sameSettings(settings))) return text
  const { format } = await import('prettier/standalone')
  const plugins = await pluginsFor(parser)
  // Without a path, TypeScript might be JSX, and `<Value>` takes a comma.
  return format(text, { ...settings, parser, filepath: path, plugins })
}

/**
 * Formats a file after an edit if it lay formatted before, so that it still does. What its owner
 * lays out by hand stays so. Entries are written for our own settings, which need no formatter.
 */
export async function formatEdited(
  path: string,
  { before, after }: { before: string; after: string },
  settings: FormatSettings,
): Promise<string> {
  if (sameSettings(settings) || !(await lies(path, before, settings))) return after
  // A text with the blocks of a conflict in it does not parse, and stays as it was written.
  return formatText(path, after, settings).catch(() => after)
}

/** A text that does not parse does not lie formatted. */
const lies = (path: string, text: string, settings: FormatSettings) =>
  formatText(path, text, settings).then(
    (formatted) => formatted === text,
    () => false,
  )

/** Whether a text laid out by our own settings lies as these ask for. */
function sameSettings(settings: FormatSettings): boolean {
  const mine = JSON.stringify(Object.entries(ownSettings).toSorted())
  return mine === JSON.stringify(Object.entries(settings).toSorted())
}

async function pluginsFor(parser: string): Promise<Plugin[]> {
  if (parser === 'yaml') return [await import('prettier/plugins/yaml')]
  const estree = await import('prettier/plugins/estree')
  if (parser === 'typescript') return [await import('prettier/plugins/typescript'), estree]
  const babel = await import('prettier/plugins/babel')
  if (parser !== 'markdown') return [babel, estree]
  // Markdown holds code of the other kinds.
  const markdown = await import('prettier/plugins/markdown')
  const yaml = await import('prettier/plugins/yaml')
  return [markdown, babel, estree, yaml, await import('prettier/plugins/typescript')]
}
