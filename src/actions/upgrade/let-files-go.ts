import { currentText } from '../../ledger/current-text.ts'
import { laidRender } from '../../ledger/laid-render.ts'
import { managedFiles } from '../../ledger/managed-files.ts'
import { readRuns } from '../../ledger/read-ledger.ts'
import { sha256 } from '../../files/sha256.ts'
import type { NewRender } from '../../recipe/new-renders.ts'
import { unifiedDiff } from '../../text/diff.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { importersOf } from './importers.ts'

type Gone = Extract<NewRender, { kind: 'gone' }>

/**
 * Takes away files that no template has any more, where their owner has neither edited nor still
 * uses them; the others are the owner's from now on. Answers with the bases that go.
 */
export async function letFilesGo(
  app: Workspace,
  renders: NewRender[],
): Promise<Record<string, null>> {
  const gone = renders.filter((render) => render.kind === 'gone')
  const going = new Set<string>()
  for (const render of gone) {
    if (await isUntouched(app, render)) going.add(render.path)
    else await leave(app, render)
  }
  for (const path of going) keepImported(app, path, going)
  for (const path of going) app.remove(path)
  return Object.fromEntries(gone.map(({ path }) => [path, null]))
}

async function isUntouched(app: Workspace, { path, old }: Gone): Promise<boolean> {
  const now = currentText(app, path)
  if (now.kind !== 'text') return false
  const asLeft = managedFiles(readRuns(app)).get(path)?.hash === sha256(now.text)
  return asLeft || now.text === (await laidRender(app, path, old))
}

async function leave(app: Workspace, { path, old }: Gone): Promise<void> {
  const now = currentText(app, path)
  if (now.kind !== 'text') return
  const paste = await unifiedDiff(path, await laidRender(app, path, old), now.text)
  const because = 'elif has no such file any more; it stays because you have edited it:'
  app.notice({ path, because, paste })
}

/** A file that is still imported keeps those that it imports itself. */
function keepImported(app: Workspace, path: string, going: Set<string>): void {
  if (!going.has(path)) return
  const importers = importersOf(app, path).filter((each) => !going.has(each.path))
  if (importers.length === 0) return
  going.delete(path)
  const places = importers.map((each) => `${each.path}:${each.line}`)
  const because = `elif has no such file any more; it stays because it is still imported by ${places.join(', ')}.`
  app.notice({ path, because, paste: importers.map(({ text }) => text).join('\n') })
  for (const other of going) keepImported(app, other, going)
}
