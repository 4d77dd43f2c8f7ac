import { elifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { carriedBases } from '../ledger/carried-bases.ts'
import { carry } from '../ledger/carry.ts'
import { readRuns, type Recorded } from '../ledger/read-ledger.ts'
import { standingRuns } from '../ledger/undone-runs.ts'
import { asksForOthers } from '../project/dependencies.ts'
import { isNewer } from '../project/manifest.ts'
import { installing } from '../recipe/installing.ts'
import { type NewRender, newRenders } from '../recipe/new-renders.ts'
import { type Plan, planOf } from '../recipe/plan.ts'
import type { MergeHunk } from '../source/merge/merge-file.ts'
import type { Notice } from '../workspace/change-set.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { bringFile } from './upgrade/bring-file.ts'
import { carryEntries } from './upgrade/carry-entries.ts'
import { carryJson, isManifest } from './upgrade/carry-json.ts'
import { layMerged } from './upgrade/lay-merged.ts'
import { letFilesGo } from './upgrade/let-files-go.ts'
import { ledgerOf } from './upgrade/ledger-of.ts'
import { noticeLostNames } from './upgrade/lost-names.ts'

export type Upgrade = {
  files: Files
  /** Of the running elif. */
  version: string
  /** Of the elif that has brought the app to where it is. */
  from: string
  /** Writes conflicts into the files instead of refusing the plan. */
  merge?: 'markers' | undefined
}

export type Conflict = { path: string; hunks: MergeHunk[] }

/** What an upgrade comes to: conflicts are in the plan's files only when that was asked for. */
export type PreparedUpgrade = { plan: Plan; conflicts: Conflict[] }

/** Plans what this elif's templates change in an app; refused where its owner changed the same. */
export async function planUpgrade(wanted: Upgrade): Promise<Plan> {
  const { plan, conflicts } = await prepareUpgrade(wanted)
  if (conflicts.length > 0 && wanted.merge === undefined) {
    throw elifError('upgrade-conflicts', { conflicts })
  }
  const notices = [...plan.changeSet.notices, ...conflicts.flatMap(toResolve)]
  const { changes } = plan.changeSet
  // Without a run nothing remembers what was told: it has to be no task, or it would never end.
  return changes.length > 0
    ? { ...plan, changeSet: { ...plan.changeSet, notices } }
    : { ...plan, changeSet: { ...plan.changeSet, notices: [] }, remarks: notices.map(inWords) }
}

const inWords = ({ path, because, paste }: Notice) => `${path}: ${because}\n${paste}`.trim()

/** Plans the same and tells the conflicts apart, of which a plan to be carried out has none. */
export async function prepareUpgrade(wanted: Upgrade): Promise<PreparedUpgrade> {
  const { files, version, from } = wanted
  const runs = standingRuns(readRuns(files))
  await refuseNewer(runs, version)
  const { renders, failed } = await newRenders(runs, { files, version })
  const conflicts: Conflict[] = []
  const places = new Map<string, string>()
  let bases: Record<string, string | null> = {}
  const answers = { from, to: version }
  const plan = await planOf({ files, command: 'upgrade', answers }, async (app) => {
    for (const render of renders) {
      const { path, hunks } = await carried(app, render, wanted)
      places.set(render.path, path)
      if (hunks) conflicts.push({ path, hunks })
    }
    const gone = await letFilesGo(app, renders)
    for (const { recorded, fault } of failed) {
      app.notice({ path: recorded.path, because: fault.message, paste: recorded.run.command })
    }
    if (asksForOthers(files.read('package.json') ?? '', app.read('package.json') ?? '')) {
      app.step(installing)
    }
    bases = { ...carriedBases(app), ...gone }
  })
  const { changeSet } = plan
  const notices = changeSet.notices.filter((notice) => !wasTold(runs, notice))
  const told = { ...plan, changeSet: { ...changeSet, notices } }
  return { plan: { ...told, ...ledgerOf(told, renders, { bases, places }) }, conflicts }
}

/** What an upgrade has once left to the owner is not said again. */
const wasTold = (runs: Recorded[], { path, paste }: Notice) =>
  runs.some(
    ({ run }) =>
      run.command === 'upgrade' &&
      run.notices.some((each) => each.path === path && each.paste === paste),
  )

type Done = { path: string; hunks?: MergeHunk[] }

async function carried(app: Workspace, render: NewRender, wanted: Upgrade): Promise<Done> {
  if (render.kind === 'new') await bringFile(app, render)
  if (render.kind === 'entries') await carryEntries(app, render)
  if (render.kind !== 'changed') return { path: render.path }
  const { path, old, text } = render
  if (isManifest(path)) {
    await carryJson(app, render)
    return { path }
  }
  const label = `elif ${wanted.version}`
  const merge = wanted.merge === undefined ? {} : { merge: wanted.merge }
  const result = await carry(app, { path, oldRender: old, newRender: text, label, ...merge })
  const before = wanted.files.read(result.path)
  if (result.kind === 'merged') {
    noticeLostNames(app, result.path, before)
    await layMerged(app, result.path, before)
  }
  return result
}

async function refuseNewer(runs: Recorded[], running: string): Promise<void> {
  for (const { path, run } of runs) {
    if (!(await isNewer(run.version, running))) continue
    throw elifError('upgrade-newer', { of: run.version, running }, { at: { path } })
  }
}

const toResolve = ({ path, hunks }: Conflict): Notice[] =>
  hunks.map(({ line, theirs }) => ({
    path,
    because: `You and elif have changed the same lines; a conflict stands in line ${line}. elif’s side of it:`,
    paste: theirs,
  }))
