import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { text } from 'node:stream/consumers'

import { z } from 'zod'

import type { MadeApps } from './made-apps.ts'
import { order } from './order.ts'
import { pieces } from './pieces.ts'
import { type Program, SERVER_CORE } from './server.ts'

const Microseconds = z.object({ hello: z.number(), orders: z.number() })
export type Microseconds = z.output<typeof Microseconds>
export type Cost = { name: string } & Microseconds

/** What the whole app takes for a request inside of the process, and how much less without each piece. */
export async function benchPieces(apps: MadeApps, pace: { rounds: number; requests: number }) {
  const whole = apps.changed('whole', [])
  const without = Object.entries(pieces).map(([name, changes]) =>
    apps.changed(`without ${name}`, changes),
  )
  const taken = new Map<string, Microseconds[]>()
  for (let round = 0; round < pace.rounds; round += 1) {
    for (const program of [whole, ...without]) {
      const all = taken.get(program.name) ?? []
      taken.set(program.name, [...all, await measure(program, pace.requests)])
    }
  }
  const least = (name: string) => leastOf(taken.get(name) ?? [])
  const base = least(whole.name)
  const costs = Object.keys(pieces).map((name): Cost => {
    const { hello, orders } = least(`without ${name}`)
    return { name, hello: base.hello - hello, orders: base.orders - orders }
  })
  return { whole: base, costs }
}

/** What else runs on the machine only ever adds to it. */
const leastOf = (all: Microseconds[]): Microseconds => ({
  hello: Math.min(...all.map(({ hello }) => hello)),
  orders: Math.min(...all.map(({ orders }) => orders)),
})

async function measure({ cwd, words, environment }: Program, requests: number) {
  const nowhere = openSync('/dev/null', 'w')
  const program = ['-c', SERVER_CORE, process.execPath, ...words, String(requests), order]
  const child = spawn('taskset', program, {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', nowhere, 'pipe'],
  })
  closeSync(nowhere)
  const said = child.stderr ? await text(child.stderr) : ''
  const [figures] = said.trim().split('\n').slice(-1)
  return Microseconds.parse(JSON.parse(figures ?? ''))
}
