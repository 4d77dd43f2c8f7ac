import { existsSync, readdirSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'

import { applyChangeSet } from '../../src/workspace/apply-change-set.ts'
import { type Recovery, recover } from '../../src/workspace/recover.ts'
import { dyingDisk, type Moment } from '../workspace/dying-disk.ts'
import { changeSetOf, treeOf } from '../workspace/scratch-app.ts'
import { type ApplyCase, prepared } from './apply-cases.ts'
import { emptyTally, type FaultTally } from './fault-tally.ts'

type Options = { moment: Moment; revives?: boolean; twice?: boolean }

/**
 * Stops an apply at its first call, then at its second, until it is never stopped; after each the
 * next command's recovery runs. With `revives` the call fails and the process lives on; with `twice`
 * the recovery is stopped as well, at each of its calls, and runs once more.
 */
export async function stopEverywhere(each: ApplyCase, options: Options): Promise<FaultTally> {
  const tally = emptyTally()
  const after = await treeAfter(each)
  for (let stopAt = 1; ; stopAt++) {
    let recoveryAt = options.twice ? 1 : 0
    let isMore = true
    while (isMore) {
      const run = await stopped(each, { ...options, stopAt, recoveryAt, after })
      if (!run.reached) return tally
      tally.runs++
      tally[run.end]++
      if (run.end === 'failed') tally.failures.push(`${each.name}: ${run.what}`)
      isMore = recoveryAt > 0 && run.recoveryReached
      recoveryAt++
    }
  }
}

async function treeAfter(each: ApplyCase) {
  using app = prepared(each)
  await applyChangeSet(app.root, changeSetOf(...each.changes), { emptied: each.emptied ?? [] })
  return whole(app.root)
}

type Stop = Options & { stopAt: number; recoveryAt: number; after: unknown }

async function stopped(each: ApplyCase, stop: Stop) {
  using app = prepared(each)
  const { moment, revives = false, stopAt, recoveryAt, after } = stop
  const before = whole(app.root)
  const apply = dyingDisk(stopAt, moment, { revives })
  const told = { command: 'add cache', emptied: each.emptied ?? [] }
  const options = { ...told, disk: apply.disk }
  await applyChangeSet(app.root, changeSetOf(...each.changes), options).catch(() => undefined)
  if (!apply.reached()) return { reached: false } as const

  const recovery = dyingDisk(recoveryAt, moment)
  if (recoveryAt > 0) await recover(app.root, { disk: recovery.disk }).catch(() => undefined)
  const said = await recover(app.root)
  // A killed new app leaves a draft beside it, which the next one removes.
  const tree = whole(app.root)
  await applyChangeSet(app.root, changeSetOf(...each.changes), told).catch(() => undefined)
  const again = whole(app.root)
  const what = JSON.stringify({ moment, revives, stopAt, recoveryAt, said, tree, again })
  const isRight =
    [before, after].some((wanted) => isDeepStrictEqual(wanted, tree)) &&
    isHonest(said, isDeepStrictEqual(tree, before)) &&
    isDeepStrictEqual(again, after) &&
    isDeepStrictEqual(readdirSync(app.parent), ['shop'])
  const end = isRight ? endOf(said) : 'failed'
  return { reached: true, recoveryReached: recovery.reached(), end, what } as const
}

const isHonest = (said: Recovery, isBefore: boolean) =>
  said.kind === 'nothing' || (said.kept.length === 0 && (said.kind === 'rolled-back') === isBefore)

const endOf = ({ kind }: Recovery) =>
  kind === 'rolled-back' ? 'rolledBack' : kind === 'finished' ? 'finished' : 'clean'

/** All there is, hidden files of an apply included, and what the folder of this machine holds. */
function whole(root: string) {
  if (!existsSync(root)) return undefined
  const local = `${root}/.elif/local`
  const state = existsSync(local) ? readdirSync(local, { recursive: true }) : []
  return { files: treeOf(root), state: state.filter((name) => !own.has(String(name))) }
}

const own = new Set(['journal', 'writing.lock'])
