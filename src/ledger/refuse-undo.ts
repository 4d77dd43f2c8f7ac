import { elifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { sha256 } from '../files/sha256.ts'
import { schemaFile } from '../project/layout.ts'
import type { TwoTexts } from '../text/whole-diff.ts'
import { currentText } from './current-text.ts'
import { told } from './find-run.ts'
import { isSecret } from './ledger-paths.ts'
import type { Recorded } from './read-ledger.ts'
import type { FileRecord } from './run-record.ts'
import { laterRuns } from './undone-runs.ts'

type Wanted = {
  files: Files
  runs: Recorded[]
  target: Recorded
  texts: Map<string, TwoTexts>
  /** Whether a feature is removed, of which files may go that upgrades have brought up to date since. */
  upgraded?: boolean
}

/** Throws where a run cannot be taken back at all, with the way out. */
export function refuseUndo(wanted: Wanted): void {
  const { runs, target, upgraded = false } = wanted
  if (target.run.command.startsWith('new ')) throw elifError('undo-of-new', { run: told(target) })
  const above = laterRuns(runs, target).filter(
    (later) =>
      buildsUpon(later, target, upgraded) && !(upgraded && later.run.command === 'upgrade'),
  )
  if (above.length > 0) {
    throw elifError('undo-built-upon', { run: told(target), above: above.toReversed().map(told) })
  }
  const unknown = target.run.files.filter((file) => !isKnown(file, wanted)).map(({ path }) => path)
  if (unknown.length > 0) throw elifError('undo-unrecorded', { run: told(target), paths: unknown })
}

/**
 * Whether a later run works on what the earlier has made, or brings back what it took away. Whoever
 * removes a feature is told of the code that uses it instead of the tables in the schema file.
 */
function buildsUpon(later: Recorded, { run }: Recorded, removing: boolean): boolean {
  return later.run.files.some((file) => {
    if (removing && file.path === schemaFile) return false
    const touches = ({ path }: FileRecord) => path === file.path || path === file.from
    const first = run.files.find(touches)
    if (first === undefined) return false
    if (first.base !== undefined && file.base !== undefined) return true
    return first.action !== 'edit' || file.action !== 'edit'
  })
}

/** Whether enough was kept: the texts of a change, or that nothing of it is left. */
function isKnown(file: FileRecord, { files, texts }: Wanted): boolean {
  if (file.action === 'create' || isSecret(file.path)) return true
  const kept = texts.get(file.path)
  if (kept && isWhole(kept.before, file.before) && isWhole(kept.after, file.hash)) return true
  const now = currentText(files, file.path)
  return file.action === 'edit' && now.kind === 'text' && sha256(now.text) === file.before
}

const isWhole = (text: string | undefined, hash: string | undefined) =>
  hash === undefined || (text !== undefined && sha256(text) === hash)
