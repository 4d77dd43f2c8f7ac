import { join } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { packageRoot } from '../files/package-root.ts'
import { renderFolder, type RenderOptions } from '../template/render-folder.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { existingAt } from './existing.ts'

const stagedPaths = new WeakMap<Workspace, Set<string>>()

/** Renders the files of a template by the feature's name. */
export const render = (
  feature: string,
  options: Omit<RenderOptions, 'folder'> = {},
): Promise<Record<string, string>> =>
  renderFolder({ ...options, folder: join(packageRoot(), 'templates', feature, 'files') })

/**
 * Stages rendered files and notes them for the ledger, which keeps what elif rendered. A file of
 * the owner's is replaced only where that was asked for.
 */
export function stage(
  app: Workspace,
  rendered: Record<string, string>,
  options: { executable?: string[] } = {},
): void {
  const paths = stagedPaths.get(app) ?? new Set<string>()
  stagedPaths.set(app, paths)
  for (const [path, text] of Object.entries(rendered)) {
    const existing = app.read(path) === undefined ? 'none' : existingAt(app, path)
    if (existing === 'refuse') throw elifError('file-in-the-way', { path })
    if (existing === 'keep') continue
    paths.add(path)
    if (options.executable?.includes(path)) app.write(path, text, { executable: true })
    else app.write(path, text)
  }
}

/** The unformatted text of every file that was rendered, with the entries that came in since. */
export const renderedIn = (app: Workspace): Record<string, string> =>
  Object.fromEntries(
    [...(stagedPaths.get(app) ?? [])].flatMap((path) => {
      const text = app.read(path)
      return text === undefined ? [] : [[path, text]]
    }),
  )
