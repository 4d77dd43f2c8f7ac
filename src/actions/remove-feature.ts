import { elifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { told } from '../ledger/find-run.ts'
import { readRuns, type Recorded } from '../ledger/read-ledger.ts'
import { standingRuns } from '../ledger/undone-runs.ts'
import { asksForOthers } from '../project/dependencies.ts'
import type { App } from '../project/find-app.ts'
import { dependentsOf, featureNamed, readFeatures } from '../recipe/features.ts'
import { installing } from '../recipe/installing.ts'
import { madeBy } from '../recipe/new-answers.ts'
import type { Plan } from '../recipe/plan.ts'
import { render } from '../recipe/stage.ts'
import { AddedFeatures } from '../recipe/stage-features.ts'
import type { ChangeSet } from '../workspace/change-set.ts'
import { lostUses } from './lost-uses.ts'
import { planTakingOut } from './take-out.ts'
import { planTakingBack, type Undo } from './undo.ts'

export type RemoveFeature = {
  app: Pick<App, 'files' | 'manifest'>
  name: string
  install: boolean
}

/** Plans the inverse of adding a feature; what its owner has written since stays, as with undo. */
export async function planRemoveFeature({ app, name, install }: RemoveFeature): Promise<Undo> {
  const { files, manifest } = app
  const features = await readFeatures()
  const installed = manifest.features
  if (!installed.includes(featureNamed(features, name).name)) {
    throw elifError('feature-not-installed', { name, installed })
  }
  const runs = readRuns(files)
  const { gone, take } = bringing(runs, name, files)
  const needed = dependentsOf(features, gone.at(-1) === name ? gone : [name], installed)
  if (needed) throw elifError('feature-needed', { name, ...needed })
  const undo = await take({ command: `remove ${name}`, answers: { features: gone } })
  const uses = lostUses(files, undo.plan.changeSet)
  if (uses.length > 0) throw elifError('feature-in-use', { name, uses })
  const others = gone.filter((each) => each !== name)
  const came = `${others.join(', ')} came with ${name} and went with it.`
  const remarks = others.length > 0 ? [came] : []
  const changeSet = install ? withInstall(undo.plan.changeSet) : undo.plan.changeSet
  return { ...undo, plan: { ...undo.plan, changeSet, remarks } }
}

type Bringing = {
  /** All that goes. */
  gone: string[]
  take: (words: Pick<Plan, 'command' | 'answers'>) => Promise<Undo>
}

/** What has brought a feature: a run of `add`, else the one that made the app with it. */
function bringing(runs: Recorded[], name: string, files: Files): Bringing {
  const standing = standingRuns(runs)
  const target = standing.findLast((each) => featuresOf(each).includes(name))
  if (target !== undefined) {
    const gone = featuresOf(target)
    return {
      gone,
      async take(words) {
        const whole = await withUpgrades(target, runs, gone)
        const known = { files, runs: runs.with(runs.indexOf(target), whole), target: whole }
        return planTakingBack({ ...known, upgraded: true }, words)
      },
    }
  }
  const by = madeBy(standing)
  if (!by?.answers.features.includes(name)) throw elifError('feature-unrecorded', { name })
  return {
    gone: [name],
    async take(words) {
      const taken = await planTakingOut({ files, runs, ...by, features: [name] }, words)
      const run = { ...told(by.made), title: `${name} of ${by.made.run.command}` }
      return { ...taken, run, migrations: [] }
    },
  }
}

/** What the run of `add` brought; none for other runs. */
const featuresOf = ({ run }: Recorded): string[] =>
  run.command.startsWith('add ') ? (AddedFeatures.safeParse(run.answers).data?.features ?? []) : []

/** The run as if it had made what upgrades have brought to its features since. */
async function withUpgrades(target: Recorded, runs: Recorded[], features: string[]) {
  const rendered = await Promise.all(features.map((name) => render(name)))
  const paths = new Set(rendered.flatMap((each) => Object.keys(each)))
  const upgrades = standingRuns(runs).filter(({ run }) => run.command === 'upgrade')
  const brought = upgrades
    .flatMap(({ run }) => run.files)
    .filter(({ action, path }) => action === 'create' && paths.has(path))
  return { ...target, run: { ...target.run, files: [...target.run.files, ...brought] } }
}

function withInstall(changeSet: ChangeSet): ChangeSet {
  const asks = changeSet.changes.some(
    (change) =>
      change.kind === 'edit' &&
      change.path === 'package.json' &&
      asksForOthers(change.before, change.after),
  )
  return asks ? { ...changeSet, steps: [...changeSet.steps, leavingPackages] } : changeSet
}

const leavingPackages = { ...installing, why: 'takes away what nothing stands on any more' }
