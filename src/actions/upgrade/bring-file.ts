import { noteCarried } from '../../ledger/carried-bases.ts'
import { currentText } from '../../ledger/current-text.ts'
import { laidRender } from '../../ledger/laid-render.ts'
import { stage } from '../../recipe/stage.ts'
import type { NewRender } from '../../recipe/new-renders.ts'
import type { Workspace } from '../../workspace/workspace.ts'

type New = Extract<NewRender, { kind: 'new' }>

/** Brings a file that templates have not had before; one of the owner's is never replaced. */
export async function bringFile(app: Workspace, { path, text, executable }: New): Promise<void> {
  const mine = currentText(app, path)
  if (mine.kind === 'absent') {
    return stage(app, { [path]: text }, executable ? { executable: [path] } : {})
  }
  if (mine.kind === 'text' && mine.text === (await laidRender(app, path, text))) {
    return noteCarried(app, { path, now: path, render: text })
  }
  const because =
    'elif now has a file of this name, and yours is in its place. Move yours, then upgrade again; or put in what elif’s has.'
  app.notice({ path, because, paste: text })
}
