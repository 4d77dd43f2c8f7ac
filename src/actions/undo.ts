import { elifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { basesBefore } from '../ledger/bases-before.ts'
import { findRun, told, type ToldRun } from '../ledger/find-run.ts'
import { basePath, basesFolder, recordPath } from '../ledger/ledger-paths.ts'
import { readRuns, type Recorded } from '../ledger/read-ledger.ts'
import { refuseUndo } from '../ledger/refuse-undo.ts'
import { textsOfRun } from '../ledger/run-texts.ts'
import { takeBack, type TakenBack } from '../ledger/take-back.ts'
import { nameOf } from '../ledger/undone-runs.ts'
import type { Turn } from '../ledger/without-run.ts'
import { manifestFile, migrationsFolder, schemaFile } from '../project/layout.ts'
import type { Plan } from '../recipe/plan.ts'
import { withoutFeatures } from '../recipe/without-features.ts'
import { withoutTables } from '../recipe/without-tables.ts'
import { openReaders } from '../source/readers.ts'
import type { TwoTexts } from '../text/whole-diff.ts'
import type { ChangeSet } from '../workspace/change-set.ts'
import { openWorkspace } from '../workspace/workspace.ts'
import { lostUses } from './lost-uses.ts'

/** What an undo does not take away, and why. */
export type Left = { path: string; because: string }

export type Undo = {
  plan: Plan
  run: ToldRun
  left: Left[]
  /** The migrations that go with it, by their names. */
  migrations: string[]
}

/** Plans to take back one run, the newest where none is named. */
export async function planUndo(wanted: { files: Files; run?: string | undefined }): Promise<Undo> {
  const { files } = wanted
  const runs = readRuns(files)
  const target = findRun(runs, wanted.run)
  const words = { command: `undo ${nameOf(target)}`, answers: { title: target.run.command } }
  const undo = await planTakingBack({ files, runs, target }, words)
  return { ...undo, left: [...undo.left, ...broken(files, undo.plan)] }
}

/** What stays and names what goes: it will not compile, and only its owner can mend it. */
const broken = (files: Files, { changeSet }: Plan): Left[] =>
  lostUses(files, changeSet).map(({ path, line, names }) => ({
    path: `${path}:${line}`,
    because: `it names ${names}, which goes, and does not compile without`,
  }))

type Standing = {
  files: Files
  runs: Recorded[]
  target: Recorded
  /** Whether files may go that upgrades have brought up to date since. */
  upgraded?: boolean
}

/** Plans to take back a run; what undoes it is called by its own words. */
export async function planTakingBack(
  standing: Standing,
  words: Pick<Plan, 'command' | 'answers'>,
): Promise<Undo> {
  const { files, target } = standing
  const texts = textsOfRun(files, target.path) ?? new Map<string, TwoTexts>()
  refuseUndo({ ...standing, texts })
  await openReaders()
  const { changeSet, left } = await staged({ ...standing, texts })
  const migrations = migrationsIn(changeSet)
  const unmigrated = migrations.length > 0 ? { unmigrated: migrations } : {}
  return {
    plan: {
      changeSet,
      rendered: {},
      ...words,
      ledger: ledgerOf({ files, target, texts }),
      ...unmigrated,
    },
    run: told(target),
    left,
    migrations,
  }
}

/** The same plan where nobody has asked the database; it says what that may leave. */
export function leavingDatabase({ plan: { unmigrated, ...plan } }: Undo): Plan {
  if (!unmigrated) return plan
  const remark = `The database was not asked. Where it has ${unmigrated.join(', ')}, the tables stay, and ./elif migrate:status calls the migration missing.`
  return { ...plan, remarks: [remark] }
}

type Found = Standing & { texts: Map<string, TwoTexts> }

async function staged({ files, runs, target, texts }: Found) {
  // Without a formatter: what comes back are the bytes that were there.
  const app = openWorkspace({ files })
  const title = target.run.command
  const later = runs.slice(runs.indexOf(target) + 1).map(({ path }) => textsOfRun(files, path))
  const taken: TakenBack[] = []
  for (const file of target.run.files) {
    const turns = later.flatMap((each) => turnIn(each?.get(file.path)))
    const known = { app, files, title, texts: texts.get(file.path), later: turns, byStructure }
    taken.push(await takeBack(file, known))
  }
  const conflicts = taken.filter(isConflict)
  if (conflicts.length > 0) throw elifError('undo-conflicts', { run: told(target), conflicts })
  const left = taken.flatMap((each) =>
    each.kind === 'left' ? [{ path: each.path, because: each.because }] : [],
  )
  return { changeSet: await app.changeSet(), left }
}

/** Both are no lists of entries: what they hold stands in the order of its names. */
function byStructure(path: string, now: string, turn: Turn): string | undefined {
  if (path === schemaFile) return withoutTables(now, turn)
  return path === manifestFile ? withoutFeatures(now, turn) : undefined
}

const isConflict = (taken: TakenBack) => taken.kind === 'conflict'

function turnIn(texts: TwoTexts | undefined) {
  const { before, after } = texts ?? {}
  return before === undefined || after === undefined ? [] : [{ before, after }]
}

function ledgerOf({ files, target, texts }: Omit<Found, 'runs'>) {
  const { undoes } = target.run
  const undone = undoes === undefined ? undefined : textsOfRun(files, recordPath(undoes))
  const bases = basesBefore(target.run, texts, undone ?? new Map())
  const gone = Object.keys(bases).filter((path) => bases[path] === null)
  const folders = new Set(target.run.folders)
  for (const path of gone) for (const folder of foldersOf(basePath(path))) folders.add(folder)
  return { undoes: nameOf(target), bases, emptied: [...folders] }
}

/** The folders of a base, which are elif's own. */
function foldersOf(base: string): string[] {
  const folder = base.slice(0, base.lastIndexOf('/'))
  return folder.length < basesFolder.length ? [] : [folder, ...foldersOf(folder)]
}

const migrationsIn = ({ changes }: ChangeSet): string[] =>
  changes.flatMap((change) => {
    if (change.kind !== 'delete' || !change.path.startsWith(`${migrationsFolder}/`)) return []
    return [change.path.slice(migrationsFolder.length + 1).replace(/\.ts$/u, '')]
  })
