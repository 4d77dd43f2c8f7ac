import { extname, join } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { diskFiles } from '../files/files.ts'
import { fitsLines, laid } from './laid-texts.ts'
import { pruneImports } from './prune-imports.ts'
import { fillRegions } from './regions.ts'
import { renderProse } from './render-prose.ts'
import { replaceSpecimens, type Specimens } from './specimen.ts'

export type RenderOptions = {
  folder: string
  names?: Specimens
  holes?: Record<string, string[]>
  when?: Record<string, boolean>
  data?: Record<string, unknown>
  /**
   * No line of this template is broken because of a name's length: a test renders it with the
   * shortest one. With names that fit its lines, its files lie formatted.
   */
  steady?: boolean
}

/** The files of a template folder by the paths they get in the app, not formatted yet. */
export async function renderFolder(options: RenderOptions): Promise<Record<string, string>> {
  const { folder, names = {}, holes = {} } = options
  const files = diskFiles(folder)
  const paths = files.list()
  if (paths.length === 0) throw elifError('template-missing', { folder })
  const filled = new Set<string>()
  const rendered: Record<string, string> = {}
  for (const path of paths) {
    const source = (files.read(path) ?? '').replaceAll('\r\n', '\n')
    rendered[pathInApp(path, names)] = await renderText(path, source, options, filled)
  }
  const lost = Object.keys(holes).find((hole) => !filled.has(hole))
  if (lost !== undefined) throw elifError('template-hole-unknown', { hole: lost, folder })
  return rendered
}

async function renderText(
  path: string,
  source: string,
  options: RenderOptions,
  filled: Set<string>,
) {
  const { names = {}, holes = {}, when = {}, data = {}, steady = false } = options
  if (extname(path) === '.ejs')
    return laid(await renderProse(replaceSpecimens(source, names), data, path))
  const named = replaceSpecimens(source, names)
  const whole = fillRegions(named, { holes, when }, filled)
  if (whole === source || (steady && whole === named && fitsLines(whole))) return laid(whole)
  return /\.[cm]?[jt]s$/u.test(path) ? pruneImports(whole) : laid(whole)
}

/** npm leaves these files out of a package, so templates carry them under another name. */
const renamed = new Map([
  ['_gitignore', '.gitignore'],
  ['_npmrc', '.npmrc'],
])

function pathInApp(path: string, names: Specimens): string {
  const folders = replaceSpecimens(path, names)
    .replace(/\.ejs$/u, '')
    .split('/')
  const last = folders.pop() ?? ''
  return join(...folders, renamed.get(last) ?? last).replaceAll('\\', '/')
}
