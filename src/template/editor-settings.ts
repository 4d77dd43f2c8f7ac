import { matchesGlob } from 'node:path'

import type { AppSettings } from './format-settings.ts'

/** What an .editorconfig asks of the formatter for TypeScript; its other lines are for editors. */
export function editorSettings(text: string): AppSettings {
  const values = new Map<string, string>()
  let holds = false
  for (const line of text.split(/\r?\n/u).map((each) => each.trim())) {
    const glob = /^\[(.+)\]$/u.exec(line)?.[1]
    if (glob !== undefined) holds = isForTypeScript(glob)
    const [, name = '', value = ''] = /^([\w-]+)\s*[=:]\s*(.*?)\s*$/u.exec(line) ?? []
    if (holds && name !== '') values.set(name.toLowerCase(), value.toLowerCase())
  }
  return settingsOf(values)
}

/** A pattern without a slash is one for names, wherever the file lies. */
const isForTypeScript = (glob: string) =>
  matchesGlob(glob.includes('/') ? 'src/modules/app.ts' : 'app.ts', glob.replace(/^\//u, ''))

function settingsOf(values: Map<string, string>): AppSettings {
  const style = values.get('indent_style')
  const width = numberOf(values.get('indent_size')) ?? numberOf(values.get('tab_width'))
  const columns = values.get('max_line_length')
  const length = columns === 'off' ? Infinity : numberOf(columns)
  const lineEnd = (['lf', 'crlf', 'cr'] as const).find((each) => each === values.get('end_of_line'))
  return {
    ...(style === 'tab' || style === 'space' ? { useTabs: style === 'tab' } : {}),
    ...(width === undefined ? {} : { tabWidth: width }),
    ...(length === undefined ? {} : { printWidth: length }),
    ...(lineEnd && { endOfLine: lineEnd }),
  }
}

const numberOf = (value: string | undefined) =>
  value !== undefined && /^\d+$/u.test(value) ? Number(value) : undefined
