import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import { createRandom, type Random } from '../fuzz/random.ts'
import { killAt, type Moment } from '../made-app/kill.ts'
import { type Ran, runProgram } from '../made-app/run-program.ts'
import { emptyTally, type FaultTally } from './fault-tally.ts'
import { comparedTree } from './compared-tree.ts'

/** An elif that is called, a folder for its apps and the variables it gets. */
export type Place = { elif: string; folder: string; environment: Record<string, string> }

const commands = {
  controller: ['make:controller', 'invoice'],
  module: ['make:module', 'catalog'],
  migration: ['make:migration', 'add-index'],
  resource: ['make:resource', 'Product', 'name:text', 'price:decimal(10,2)'],
  undo: ['undo', '--yes', '--leave-database'],
} satisfies Record<string, string[]>

/** What another elif does at the same time, and what is called afterwards. */
const beside = ['make:module', 'billing']
const next = ['make:migration', 'after-all']

/**
 * Kills commands of elif in made apps at moments of chance, in some runs while another elif works in
 * the same app, and looks at what the next command finds: every file as if the killed one had never
 * run, or as if it had run to its end.
 */
export async function killCommands(place: Place, count: number, seed: number): Promise<FaultTally> {
  const random = createRandom(seed, 'killed commands')
  const tally = emptyTally()
  const base = join(place.folder, 'shop')
  await mustCall(place, ['new', 'shop', '--no-install', '--no-git', '--yes'], place.folder)
  // For undo to take back; modules have no folder yet, so that each command has to make it.
  await mustCall(place, ['make:migration', 'first'], base)
  const wanted = createWanted(place, base)
  for (let run = 0; run < count; run++) {
    const { end, what } = await killedOnce(place, base, wanted, random)
    tally.runs++
    tally[end]++
    if (end === 'failed') tally.failures.push(`run ${run} of seed ${seed}: ${what}`)
    if ((run + 1) % 50 === 0) console.log(`${run + 1} of ${count} kills ...`)
  }
  return tally
}

type Wanted = ReturnType<typeof createWanted>

/** The trees that commands leave that run one after the other, each order made once. */
function createWanted(place: Place, base: string) {
  const known = new Map<string, Promise<Record<string, string>>>()
  async function made(all: string[][]) {
    const app = copyOf(place, base)
    for (const words of all) await mustCall(place, words, app)
    const tree = comparedTree(app)
    rmSync(app, { recursive: true })
    return tree
  }
  return (...all: string[][]) => {
    const key = all.join(' ')
    const tree = known.get(key) ?? made(all)
    known.set(key, tree)
    return tree
  }
}

async function killedOnce(place: Place, base: string, wanted: Wanted, random: Random) {
  const killed = random.pick([
    commands.controller,
    commands.module,
    commands.migration,
    commands.resource,
    commands.undo,
  ])
  const isCrowded = random.chance(0.3)
  const moment = momentOf(random)
  const app = copyOf(place, base)
  const journal = join(app, '.elif/local/journal')
  const seen = () => existsSync(journal) && readdirSync(journal).length > 0
  const { elif, environment } = place

  const other = isCrowded ? call(place, beside, app) : undefined
  await killAt(moment, { words: [elif, ...killed], cwd: app, environment, seen })
  const others = await other
  const after = await call(place, next, app)

  const tree = comparedTree(app)
  const left = existsSync(journal) ? readdirSync(journal) : []
  rmSync(app, { recursive: true })
  const orders = isCrowded
    ? [
        [beside, next],
        [killed, beside, next],
        [beside, killed, next],
      ]
    : [[next], [killed, next]]
  const trees = await Promise.all(orders.map((order) => wanted(...order)))
  const isRight =
    trees.some((each) => isDeepStrictEqual(each, tree)) &&
    left.length === 0 &&
    [others, after].every((ran) => ran === undefined || ran.exitCode === 0)
  if (isRight) return { end: endOf(`${others?.output}${after.output}`), what: '' } as const
  const differences = trees.map((each) => differencesOf(each, tree))
  const what = JSON.stringify({ killed, moment, isCrowded, others, after, left, differences })
  return { end: 'failed', what } as const
}

/** What is not as in one of the trees that could have been. */
const differencesOf = (wanted: Record<string, string>, found: Record<string, string>) =>
  [...new Set([...Object.keys(wanted), ...Object.keys(found)])]
    .filter((path) => wanted[path] !== found[path])
    .map((path) => ({ path, wanted: wanted[path], found: found[path] }))

function endOf(output: string) {
  if (output.includes('was taken back')) return 'rolledBack'
  return output.includes('was complete') ? 'finished' : 'clean'
}

/** Half of them while elif starts and plans, half soon after it has begun to write. */
function momentOf(random: Random): Moment {
  const share = random.below(10_000) / 10_000
  return random.chance(0.3)
    ? { from: 'start', after: share * 600 }
    : { from: 'first trace', after: share ** 2 * 25 }
}

let copies = 0

function copyOf(place: Place, base: string): string {
  const parent = join(place.folder, `copy-${copies++}`)
  mkdirSync(parent)
  cpSync(base, join(parent, 'shop'), { recursive: true })
  return join(parent, 'shop')
}

const call = ({ elif, environment }: Place, words: string[], cwd: string): Promise<Ran> =>
  runProgram(process.execPath, [elif, ...words], { cwd, environment })

async function mustCall(place: Place, words: string[], cwd: string) {
  const { exitCode, output } = await call(place, words, cwd)
  if (exitCode !== 0) throw new Error(`elif ${words.join(' ')} failed:\n${output}`)
}
