import { join } from 'node:path'

import { packageRoot } from '../files/package-root.ts'
import { readText } from '../files/read-text.ts'
import { changed } from '../source/edit.ts'
import { mergeFile } from '../source/merge/merge-file.ts'
import { isLaid, laid } from '../template/laid-texts.ts'
import { renderProse } from '../template/render-prose.ts'
import type { Workspace } from '../workspace/workspace.ts'

type Prose = {
  /** Of the app: `README.md`. */
  path: string
  /** What its template is told before and after. */
  before: Record<string, unknown>
  after: Record<string, unknown>
}

/**
 * Brings into a text of the app what its template says otherwise after a choice than before it.
 * Where its owner has written something else there, they are told what it would say.
 */
export async function carryProse(app: Workspace, { path, before, after }: Prose): Promise<void> {
  const mine = app.read(path)
  if (mine === undefined) return
  const template = readText(join(packageRoot(), 'templates/app/files', `${path}.ejs`)) ?? ''
  const source = template.replaceAll('\r\n', '\n')
  const [base, theirs] = await Promise.all([
    renderProse(source, before, path),
    renderProse(source, after, path),
  ])
  const merged = mergeFile({ path, base, mine, theirs })
  if (merged.kind === 'clean') {
    if (merged.text !== mine) app.edit(path, () => changed(merged.text))
    // No formatter breaks the lines of prose.
    if (isLaid(mine)) laid(merged.text)
    return
  }
  for (const { line, theirs: paste } of merged.hunks) {
    const because = `You have written line ${line} yourself; elif would say there:`
    app.notice({ path, because, paste })
  }
}
