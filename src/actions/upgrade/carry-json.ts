import { noteCarried } from '../../ledger/carried-bases.ts'
import { isDependency, versionJudge } from '../../project/dependencies.ts'
import { manifestFile } from '../../project/layout.ts'
import type { NewRender } from '../../recipe/new-renders.ts'
import { withoutFeatures } from '../../recipe/without-features.ts'
import { changed } from '../../source/edit.ts'
import type { JsonPath } from '../../source/json/json-tree.ts'
import { type JsonClash, mergeJson } from '../../source/json/merge-json.ts'
import type { Workspace } from '../../workspace/workspace.ts'

type Changed = Extract<NewRender, { kind: 'changed' }>

/** Files that hold choices by key, so that two of them never clash by standing side by side. */
export const isManifest = (path: string): boolean => path === 'package.json' || path === 'elif.json'

/** Brings new values by their keys. What the owner has chosen stays, and is told. */
export async function carryJson(app: Workspace, render: Changed): Promise<void> {
  const { path, old: base, text: theirs } = render
  const own = app.read(path)
  if (own === undefined) return
  const mine = path === manifestFile ? withFeatures(own, { base, theirs }) : own
  const judge = await versionJudge()
  const merged = mergeJson({ path, base, mine, theirs }, (both) =>
    isDependency(both.path)
      ? (judge(both.mine, both.theirs) ?? 'clash')
      : isFeatures(path, both.path)
        ? 'mine'
        : 'clash',
  )
  if (!merged) {
    return app.notice({ path, because: 'It is no JSON that elif can read.', paste: theirs })
  }
  if (merged.text !== own) app.edit(path, () => changed(merged.text))
  for (const clash of merged.clashes) app.notice(noticeOf(path, clash))
  noteCarried(app, { path, now: path, render: theirs })
}

/** The features of an app are a set: what came to them and what went does so in the app's own. */
const withFeatures = (mine: string, { base, theirs }: { base: string; theirs: string }) =>
  withoutFeatures(mine, { before: theirs, after: base }) ?? mine

const isFeatures = (path: string, [key]: JsonPath) => path === manifestFile && key === 'features'

function noticeOf(path: string, { path: keys, line, theirs }: JsonClash) {
  const what = `${keys.join('.')} in line ${line}`
  const paste = `${JSON.stringify(keys.at(-1))}: ${JSON.stringify(theirs, null, 2)}`
  return theirs === undefined
    ? { path, because: `elif no longer needs ${what}, which you have changed.`, paste: '' }
    : { path, because: `You have changed ${what}, and so has elif; yours stays.`, paste }
}
