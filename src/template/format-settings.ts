import { z } from 'zod'

import { elifError } from '../errors/elif-error.ts'
import { messageOf } from '../errors/message-of.ts'
import { editorSettings } from './editor-settings.ts'
import { ownSettings } from './format-text.ts'

/** The settings that change how our texts lie; anything else the formatter is asked is its own. */
const Settings = z.object({
  semi: z.boolean().optional(),
  singleQuote: z.boolean().optional(),
  printWidth: z.int().optional(),
  tabWidth: z.int().optional(),
  useTabs: z.boolean().optional(),
  trailingComma: z.enum(['all', 'es5', 'none']).optional(),
  bracketSpacing: z.boolean().optional(),
  arrowParens: z.enum(['always', 'avoid']).optional(),
  quoteProps: z.enum(['as-needed', 'consistent', 'preserve']).optional(),
  objectWrap: z.enum(['preserve', 'collapse']).optional(),
  experimentalOperatorPosition: z.enum(['start', 'end']).optional(),
  proseWrap: z.enum(['always', 'never', 'preserve']).optional(),
  endOfLine: z.enum(['lf', 'crlf', 'cr', 'auto']).optional(),
})

/** The formatter's settings as an app has them. */
export type AppSettings = z.output<typeof Settings>

type Read = (path: string) => string | undefined

/** Where the formatter looks first; what is no data only the formatter itself can read. */
const DATA = ['.prettierrc', '.prettierrc.json', '.prettierrc.yaml', '.prettierrc.yml']
const ENDINGS = ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts']
const CODE = [
  '.prettierrc.json5',
  ...ENDINGS.map((ending) => `.prettierrc.${ending}`),
  ...ENDINGS.map((ending) => `prettier.config.${ending}`),
  '.prettierrc.toml',
]

/**
 * The formatter's settings of an app, those of the formatter itself where the app has none. Where
 * only the formatter can read them, it is those of a new app.
 */
export async function settingsIn(read: Read): Promise<AppSettings> {
  const found = await given(read)
  if (found && typeof found.settings !== 'object') return checked(ownSettings, 'a new app')
  const editor = editorSettings(read('.editorconfig') ?? '')
  return found ? { ...editor, ...checked(found.settings, found.path) } : editor
}

/** The file whose settings only the formatter can read; undefined when elif reads them. */
export async function unreadSettings(read: Read): Promise<string | undefined> {
  const found = await given(read)
  if (!found) return undefined
  const { settings, path } = found
  const whole = typeof settings === 'object' && settings !== null && !('overrides' in settings)
  return whole ? undefined : path
}

/** The first settings in the formatter's order; a text names a package or is code. */
async function given(read: Read): Promise<{ path: string; settings: unknown } | undefined> {
  const manifest = Manifest.safeParse(jsonOf(read('package.json') ?? '{}'))
  if (manifest.data?.prettier !== undefined) {
    return { path: 'package.json', settings: manifest.data.prettier }
  }
  for (const path of DATA) {
    const text = read(path)
    if (text !== undefined) return { path, settings: (await parsed(text, path)) ?? {} }
  }
  const path = CODE.find((each) => read(each) !== undefined)
  return path === undefined ? undefined : { path, settings: 'code' }
}

const Manifest = z.object({ prettier: z.unknown() })

function checked(settings: unknown, path: string): AppSettings {
  const read = Settings.safeParse(settings)
  if (read.success) return read.data
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw elifError('format-settings-invalid', { faults }, { at: { path } })
}

/** The file may be JSON or YAML, and JSON is nearly always what it is. */
async function parsed(text: string, path: string): Promise<unknown> {
  const data = jsonOf(text)
  if (data !== undefined) return data
  const { parse } = await import('yaml')
  try {
    return parse(text)
  } catch (cause) {
    const faults = [messageOf(cause)]
    throw elifError('format-settings-invalid', { faults }, { at: { path }, cause })
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
