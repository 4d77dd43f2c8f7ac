import type { Files } from '../files/files.ts'
import type { Change, ChangeSet } from '../workspace/change-set.ts'
import { fileRecord } from './file-records.ts'
import { basePath, diffPath, isSecret, ledgerFolder, newRunPath } from './ledger-paths.ts'
import { newSettings } from './ledger-settings.ts'
import type { LedgerChange } from './ledger-change.ts'
import { nextMoment } from './next-moment.ts'
import type { RunRecord } from './run-record.ts'
import { diffOfRun } from './run-texts.ts'

/** A run about to land. `rendered` holds the unformatted text of each file from a template. */
export type Run = {
  command: string
  answers: Record<string, unknown>
  version: string
  rendered: Record<string, string>
  ledger?: LedgerChange | undefined
  /** The folders that landing it makes. */
  folders?: string[]
}

/**
 * The change set with its record and its bases as changes of their own, so that one journal
 * covers all of them. Without changes and notices there is nothing to record. `files` is the app
 * as it is, and may be left out for a new one.
 */
export function withLedger(changeSet: ChangeSet, run: Run, now: Date, files?: Files): ChangeSet {
  if (changeSet.changes.every(isOwn) && !run.ledger) return changeSet
  const at = files ? nextMoment(files, now) : now
  const taken = new Set(changeSet.changes.map((change) => 'path' in change && change.path))
  const land = (kept: Record<string, string>) =>
    Object.entries(kept).flatMap(([path, after]) =>
      taken.has(path) ? [] : landing(path, after, files?.read(path)),
    )
  const told = new Set(Object.keys(run.ledger?.bases ?? {}).map(basePath))
  const untold = staleBases(changeSet, files).filter((base) => !told.has(pathOf(base)))
  const bases = [...land(basesOf(changeSet, run)), ...untold, ...toldBases(run, files)]
  const changes = [...changeSet.changes, ...bases]
  const record = newRunPath(at)
  const texts = diffOfRun(changes)
  const own = {
    [record]: `${JSON.stringify(recordOf(changeSet, run, at), undefined, 2)}\n`,
    ...(texts === '' ? {} : { [diffPath(record)]: texts }),
    ...newSettings(files),
  }
  return { ...changeSet, changes: [...changes, ...land(own)] }
}

function recordOf({ changes, notices }: ChangeSet, run: Run, at: Date): RunRecord {
  const { command, answers, version } = run
  const { folders = [], ledger: { undoes, followed = {}, bases = {} } = {} } = run
  const files = changes.map((change) => {
    const path = change.kind === 'move' ? change.to : change.path
    const record = fileRecord(change, run.rendered[path] ?? bases[path] ?? undefined)
    const from = change.kind === 'edit' ? followed[path] : undefined
    return from === undefined ? record : { ...record, from }
  })
  return {
    format: 1,
    command,
    answers,
    version,
    at: at.toISOString(),
    ...(undoes === undefined ? {} : { undoes }),
    files,
    ...(folders.length === 0 ? {} : { folders }),
    notices,
  }
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

/** Bases that the plan names: put back, forwarded, or taken away without their files. */
function toldBases({ ledger = {} }: Run, files: Files | undefined): Change[] {
  return Object.entries(ledger.bases ?? {}).flatMap(([path, text]): Change[] => {
    const base = basePath(path)
    const before = files?.read(base)
    if (text !== null) return landing(base, text, before)
    return before === undefined ? [] : [{ kind: 'delete', path: base, before }]
  })
}

/** What changes nothing but the ledger is no run. */
const isOwn = (change: Change) => pathOf(change).startsWith(`${ledgerFolder}/`)

const pathOf = (change: Change) => (change.kind === 'move' ? change.from : change.path)

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
