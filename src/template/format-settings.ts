import { z } from 'zod'

import { elifError } from '../errors/elif-error.ts'

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

const NAMES = ['.prettierrc.json', '.prettierrc', '.prettierrc.yaml', '.prettierrc.yml']

/** The formatter's settings of an app; those of the formatter itself where the app has none. */
export async function settingsIn(read: (path: string) => string | undefined): Promise<AppSettings> {
  for (const path of NAMES) {
    const text = read(path)
    if (text !== undefined) return checked(await parsed(text), path)
  }
  const manifest = Manifest.safeParse(await parsed(read('package.json') ?? '{}'))
  return checked(manifest.data?.prettier ?? {}, 'package.json')
}

const Manifest = z.object({ prettier: z.unknown() })

function checked(settings: unknown, path: string): AppSettings {
  const read = Settings.safeParse(settings)
  if (read.success) return read.data
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw elifError('format-settings-invalid', { faults }, { at: { path } })
}

/** The file may be JSON or YAML, and JSON is nearly always what it is. */
async function parsed(text: string): Promise<unknown> {
  try {
    return JSON.parse(text)
  } catch {
    const { parse } = await import('yaml')
    return parse(text)
  }
}
