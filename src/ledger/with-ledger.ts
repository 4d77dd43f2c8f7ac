import type { Files } from '../files/files.ts'
import type { Change, ChangeSet } from '../workspace/change-set.ts'
import { fileRecord } from './file-records.ts'
import { basePath, isSecret, ledgerFolder, newRunPath } from './ledger-paths.ts'
import type { RunRecord } from './run-record.ts'

/** A run about to land. `rendered` holds the unformatted text of each file from a template. */
export type Run = {
  command: string
  answers: Record<string, unknown>
  version: string
  rendered: Record<string, string>
}

const attributes = 'base/** linguist-generated -diff merge=binary\n'
const ignored = 'local/\n'

/**
 * The change set with its record and its bases as changes of their own, so that one journal
 * covers all of them. Without changes and notices there is nothing to record. `files` is the app
 * as it is, and may be left out for a new one.
 */
export function withLedger(changeSet: ChangeSet, run: Run, at: Date, files?: Files): ChangeSet {
  if (changeSet.changes.length === 0) return changeSet
  const record = `${JSON.stringify(recordOf(changeSet, run, at), undefined, 2)}\n`
  const kept = { ...basesOf(changeSet, run), [newRunPath(at)]: record, ...newSettings(files) }
  const taken = new Set(changeSet.changes.map((change) => 'path' in change && change.path))
  const added = Object.entries(kept).flatMap(([path, after]) =>
    taken.has(path) ? [] : landing(path, after, files?.read(path)),
  )
  return {
    ...changeSet,
    changes: [...changeSet.changes, ...added, ...staleBases(changeSet, files)],
  }
}

/** What git needs to know of the ledger; the owner may have changed it. */
function newSettings(files: Files | undefined): Record<string, string> {
  const settings = Object.entries({ '.gitattributes': attributes, '.gitignore': ignored })
    .map(([name, text]): [string, string] => [`${ledgerFolder}/${name}`, text])
    .filter(([path]) => files?.read(path) === undefined)
  return Object.fromEntries(settings)
}

function recordOf({ changes, notices }: ChangeSet, run: Run, at: Date): RunRecord {
  const { command, answers, version } = run
  const files = changes.map(fileRecord)
  return { format: 1, command, answers, version, at: at.toISOString(), files, notices }
}

/** Only files that land have a base: what was rendered but refused has no owner yet. */
function basesOf({ changes }: ChangeSet, { rendered }: Run): Record<string, string> {
  const landed = new Set(
    changes.map((change) => (change.kind === 'move' ? change.to : change.path)),
  )
  const bases = Object.entries(rendered)
    .filter(([path]) => landed.has(path) && !isSecret(path))
    .map(([path, text]) => [basePath(path), text.replaceAll('\r\n', '\n')])
  return Object.fromEntries(bases)
}

function landing(path: string, after: string, before: string | undefined): Change[] {
  if (before === after) return []
  if (before === undefined) return [{ kind: 'create', path, after }]
  return [{ kind: 'edit', path, before, after }]
}

/** The base of a file goes where the file goes. */
function staleBases({ changes }: ChangeSet, files: Files | undefined): Change[] {
  return changes.flatMap((change): Change[] => {
    const path = change.kind === 'delete' ? change.path : change.kind === 'move' ? change.from : ''
    const before = path === '' ? undefined : files?.read(basePath(path))
    if (before === undefined) return []
    const from = basePath(path)
    if (change.kind !== 'move') return [{ kind: 'delete', path: from, before }]
    return [{ kind: 'move', from, to: basePath(change.to), before, after: before }]
  })
}
