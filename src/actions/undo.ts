import type { Files } from '../files/files.ts'
import { basesBefore } from '../ledger/bases-before.ts'
import { findRun, told, type ToldRun } from '../ledger/find-run.ts'
import { basePath, basesFolder, recordPath } from '../ledger/ledger-paths.ts'
import { readRuns, type Recorded } from '../ledger/read-ledger.ts'
import { refuseUndo } from '../ledger/refuse-undo.ts'
import { textsOfRun } from '../ledger/run-texts.ts'
import { nameOf } from '../ledger/undone-runs.ts'
import { isMigration, migrationsFolder } from '../project/layout.ts'
import type { Plan } from '../recipe/plan.ts'
import { openReaders } from '../source/readers.ts'
import type { TwoTexts } from '../text/whole-diff.ts'
import type { ChangeSet } from '../workspace/change-set.ts'
import { lostUses } from './lost-uses.ts'
import { type Left, stageTakingBack } from './stage-taking-back.ts'

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
  const { changeSet, left } = await stageTakingBack({ ...standing, texts })
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
export function foldersOf(base: string): string[] {
  const folder = base.slice(0, base.lastIndexOf('/'))
  return folder.length < basesFolder.length ? [] : [folder, ...foldersOf(folder)]
}

const migrationsIn = ({ changes }: ChangeSet): string[] =>
  changes.flatMap((change) => {
    const isOne = change.kind === 'delete' && isMigration(change.path)
    return isOne ? [change.path.slice(migrationsFolder.length + 1).replace(/\.ts$/u, '')] : []
  })
