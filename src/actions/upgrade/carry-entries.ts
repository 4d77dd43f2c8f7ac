import { carry } from '../../ledger/carry.ts'
import type { NewRender } from '../../recipe/new-renders.ts'
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts'
import { changed } from '../../source/edit.ts'

type Entries = Extract<NewRender, { kind: 'entries' }>

/**
 * Brings the entries of earlier runs into the form that they have today. One that its owner has
 * changed or taken out stays so, and is told. Their file has another base or none.
 */
export async function carryEntries(app: Workspace, render: Entries): Promise<void> {
  const { path, old: oldRender, text: newRender } = render
  const beside = openWorkspace({ files: app })
  const result = await carry(beside, { path, oldRender, newRender })
  const text = beside.read(result.path)
  if ('hunks' in result) {
    for (const { line, theirs } of result.hunks) {
      const because = `You have changed what elif wrote in line ${line}, and elif writes it otherwise now:`
      app.notice({ path: result.path, because, paste: theirs })
    }
  } else if (text !== undefined && text !== app.read(result.path)) {
    app.edit(result.path, () => changed(text))
  }
}
