import type { Files } from '../files/files.ts'
import { laidRender } from '../ledger/laid-render.ts'
import { readRuns } from '../ledger/read-ledger.ts'
import { standingRuns } from '../ledger/undone-runs.ts'
import { pathInApp } from '../project/path-in-app.ts'
import { type NewRender, newRenders } from '../recipe/new-renders.ts'
import { unifiedDiff } from '../text/diff.ts'
import { type Asked, covers } from './asked-files.ts'
import type { DiffReport } from './diff.ts'

/** What the templates of this elif change in what they rendered, whatever its owner has changed. */
export async function diffOfUpstream(wanted: Asked & { version: string }): Promise<DiffReport> {
  const { app, folder, paths, version } = wanted
  const { root, files } = app
  const asked = paths.map((typed) => pathInApp(root, folder, typed))
  const { renders } = await newRenders(standingRuns(readRuns(files)), { files, version })
  const diffs: DiffReport['files'] = []
  for (const render of renders) {
    const { path } = render
    if (asked.length > 0 && !asked.some((want) => covers(want, path))) continue
    const { before, after } = await sidesOf(files, render)
    const diff = await unifiedDiff(path, before, after)
    if (diff !== '') diffs.push({ kind: 'diff', path, diff, alsoBy: [] })
  }
  return { files: diffs, damaged: [] }
}

async function sidesOf(files: Files, render: NewRender) {
  const laid = (text: string) => laidRender(files, render.path, text)
  return {
    before: render.kind === 'new' ? undefined : await laid(render.old),
    after: render.kind === 'gone' ? undefined : await laid(render.text),
  }
}
