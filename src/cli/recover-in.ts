import { namesIn } from '../files/file-system.ts'
import { journalFolder } from '../workspace/local-folder.ts'
import type { Output } from './output.ts'

/** Finishes or takes back what an interrupted elif left in an app, and says which. */
export async function recoverIn(root: string, output: Output): Promise<void> {
  if (namesIn(journalFolder(root)).length === 0) return
  const { recover } = await import('../workspace/recover.ts')
  const recovery = await recover(root)
  if (recovery.kind === 'nothing') return
  const { kind, command, kept } = recovery
  output.complain(
    kind === 'finished'
      ? `The interrupted run "${command}" was complete; its journal is gone.`
      : `The interrupted run "${command}" was taken back; run it again if you want it.`,
  )
  if (kept.length > 0) output.complain(`Changed since, so left as they are: ${kept.join(', ')}`)
}
