import { laidRender } from '../../ledger/laid-render.ts'
import { changed } from '../../source/edit.ts'
import { lineEndOf } from '../../text/lines.ts'
import type { Workspace } from '../../workspace/workspace.ts'

/** Lays a merged file out anew where it lay so before; what its owner lays out by hand stays so. */
export async function layMerged(
  app: Workspace,
  path: string,
  before: string | undefined,
): Promise<void> {
  const after = app.read(path)
  if (before === undefined || after === undefined) return
  const plain = before.replaceAll('\r\n', '\n')
  const layoutOf = (text: string) => laidRender(app, path, text).catch(() => undefined)
  if ((await layoutOf(plain)) !== plain) return
  const laid = await layoutOf(after)
  if (laid === undefined) return
  const text = lineEndOf(after) === '\r\n' ? laid.replaceAll('\n', '\r\n') : laid
  app.edit(path, () => changed(text))
}
