import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

import { format } from 'prettier'

import { benchBuild, withBuild } from '../bench-build.ts'
import { machine } from '../machine.ts'
import { createPlace, elifHere, root } from '../place.ts'
import { timedNode } from '../timed-program.ts'
import { benchIdle, benchOverload } from './bench-load.ts'
import { benchPieces } from './bench-pieces.ts'
import { benchServers } from './bench-servers.ts'
import { contestants } from './contestants.ts'
import { installPeers } from './install-peers.ts'
import { type KernelFigures, withKernel } from './kernel-figures.ts'
import { makeApps } from './made-apps.ts'
import { requireWrk } from './wrk.ts'

const paces = {
  whole: {
    // For so long V8 compiles what is run often, on the core that serves.
    servers: { rounds: 5, warmSeconds: 3, seconds: 2 },
    pieces: { rounds: 5, requests: 20_000 },
    overloadSeconds: 8,
    connections: 10_000,
    buildRounds: 5,
  },
  quick: {
    servers: { rounds: 1, warmSeconds: 1, seconds: 1 },
    pieces: { rounds: 1, requests: 5000 },
    overloadSeconds: 2,
    connections: 1000,
    buildRounds: 1,
  },
}

/**
 * `npm run bench:kernel`: made apps against their peers on this machine, now, into RESULTS.md.
 * `--quick` only shows that all of it runs, and prints what it would have written.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
  await requireWrk()
  if (availableParallelism() < 2) throw new Error('The benchmark needs two cores.')
  timedNode([join(root, 'bin/build.ts')], { cwd: root })
  const peers = installPeers()
  const place = createPlace()
  try {
    const pace = paces[values.quick ? 'quick' : 'whole']
    const figures = await measure(peers, makeApps(place), pace)
    await tell((page) => withKernel(page, figures), values.quick)
    console.log(`Builds and workers, rounds: ${pace.buildRounds} ...`)
    const build = await benchBuild(place, pace.buildRounds)
    await tell((page) => withBuild(page, build), values.quick)
  } finally {
    timedNode([elifHere, 'db:server:stop'], place)
    rmSync(dirname(place.cwd), { recursive: true, force: true })
  }
}

/** What is known already is told before the rest is measured. */
async function tell(add: (page: string) => string, isTry: boolean): Promise<void> {
  console.log(add(''))
  if (isTry) return
  const page = add(readFileSync(results, 'utf8'))
  writeFileSync(results, await format(page, { parser: 'markdown' }))
}

async function measure(
  peers: string,
  apps: ReturnType<typeof makeApps>,
  pace: (typeof paces)['whole'],
): Promise<KernelFigures> {
  console.log(`Servers, rounds: ${pace.servers.rounds} ...`)
  const served = await benchServers(contestants(peers, apps), pace.servers)
  console.log('Overload and idle connections ...')
  const overload = await benchOverload(apps.whole, pace.overloadSeconds)
  const held = await benchIdle(apps.whole, pace.connections)
  console.log(`The cost of each piece, rounds: ${pace.pieces.rounds} ...`)
  const pieces = await benchPieces(apps, pace.pieces)
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    pace: pace.servers,
    served,
    overload,
    held,
    pieces,
  }
}

const results = join(root, 'test/bench/RESULTS.md')
await main()
