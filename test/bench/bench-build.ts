import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { freePort } from '../made-app/port.ts'
import { mounting } from './kernel/made-apps.ts'
import { order } from './kernel/order.ts'
import { ask, requireWrk } from './kernel/wrk.ts'
import { machine } from './machine.ts'
import { withSection } from './page-sections.ts'
import { createPlace, elifHere, newApp, type Place, root } from './place.ts'
import { inRounds, type Timed } from './rounds.ts'
import { timedNode, timedProgram } from './timed-program.ts'

export type BuildFigures = {
  /** From the start of the process to the first answer, in milliseconds. */
  starts: Timed[]
  /** What so many workers answer in a second; the medians of all rounds. */
  served: { workers: number; hello: number; posts: number }[]
}

const MODULES = 50
const UNBUILT = 'sources, nothing compiled'
const CACHED = 'sources, compile cache (npm start)'
const BUILT = 'built, nothing compiled'
const WARM = 'built (node dist/serve.js)'
const uncached = { NODE_DISABLE_COMPILE_CACHE: '1' }

/** What a build gives a start of 50 modules, and what a second worker gives a POST. */
export async function benchBuild(place: Place, rounds = 5): Promise<BuildFigures> {
  const app = builtApp(place)
  const sources = ['--import', './bin/prepare.js', 'bin/serve.ts']
  const contestant = (name: string, words: string[], variables: Record<string, string> = {}) => ({
    name,
    run: async () => {
      const running = await start(app, words, variables)
      await running.stop()
      return running.milliseconds
    },
  })
  const starts = await inRounds(
    [
      contestant(UNBUILT, sources, uncached),
      contestant(CACHED, sources),
      contestant(BUILT, ['dist/serve.js'], uncached),
      contestant(WARM, ['dist/serve.js']),
    ],
    rounds,
  )
  const found = [1, 2].map((workers) => ({ workers, hello: [], posts: [] }) as Found)
  for (let round = 0; round < rounds; round += 1) {
    for (const { workers, hello, posts } of found) {
      const running = await start(app, ['dist/serve.js'], { WORKERS: String(workers) })
      await sleep(1000)
      hello.push(await perSecond({ url: `${running.url}/hello` }))
      posts.push(await perSecond({ url: `${running.url}/orders`, body: order }))
      await running.stop()
    }
  }
  const served = found.map(({ workers, hello, posts }) => ({
    workers,
    hello: median(hello),
    posts: median(posts),
  }))
  return { starts, served }
}

type Found = { workers: number; hello: number[]; posts: number[] }

async function perSecond(asking: { url: string; body?: string }): Promise<number> {
  await ask({ ...asking, seconds: 1 })
  return (await ask({ ...asking, seconds: 3 })).perSecond
}

const median = (all: number[]) => all.toSorted((a, b) => a - b)[all.length >> 1] ?? Number.NaN

/** The page with these figures in place of earlier ones. */
export function withBuild(page: string, { starts, served }: BuildFigures): string {
  const of = (name: string) => starts.find((each) => each.name === name)?.median ?? Number.NaN
  const [one, two] = [1, 2].map((workers) => served.find((each) => each.workers === workers))
  const gain = (two?.posts ?? Number.NaN) / (one?.posts ?? Number.NaN)
  const goals = [
    ['start, built / sources with nothing compiled', (of(WARM) / of(UNBUILT)).toFixed(2), '≤ 0.45'],
    ['validated POSTs a second, two workers / one', gain.toFixed(2), '≥ 1.7'],
    ['hello a second of the machine', String(Math.round(two?.hello ?? Number.NaN)), '≥ 50000'],
  ] as const
  return withSection(
    page,
    [
      '## Build and workers',
      '',
      `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine()}. ${MODULES} resources; whoever asks shares the cores.`,
      '',
      '| What | Measured | Wanted |\n| --- | --- | --- |',
      ...goals.map(([what, ratio, wanted]) => `| ${what} | ${ratio} | ${wanted} |`),
      '',
      '| Start to first answer | Median | Best | Worst |\n| --- | --- | --- | --- |',
      ...starts.map(
        ({ name, ...times }) =>
          `| ${name} | ${[times.median, times.best, times.worst].map((time) => `${Math.round(time)} ms`).join(' | ')} |`,
      ),
      '',
      '| Workers | hello a second | POSTs a second |\n| --- | --- | --- |',
      ...served.map(
        ({ workers, hello, posts }) =>
          `| ${workers} | ${Math.round(hello)} | ${Math.round(posts)} |`,
      ),
    ].join('\n'),
  )
}

function builtApp(place: Place): string {
  const app = newApp(place, 'built')
  const where = { cwd: app, environment: place.environment }
  timedProgram('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], where)
  for (let index = 0; index < MODULES; index += 1) {
    const name = `Kite${String.fromCodePoint(97 + (index % 26))}${index < 26 ? 'x' : 'y'}`
    const fields = ['name:string', 'price:decimal(10,2)', 'note:text?']
    timedNode([elifHere, 'make:resource', name, ...fields, '--yes'], where)
  }
  for (const path of globSync('src/modules/*/*-policy.ts', { cwd: app })) {
    const text = readFileSync(join(app, path), 'utf8')
    writeFileSync(join(app, path), text.replaceAll(": 'open'", ": 'public'"))
  }
  const module = join(import.meta.dirname, 'kernel/servers/elif/bench-module.ts')
  cpSync(module, join(app, 'src/modules/bench/bench-module.ts'))
  for (const { path, from, to } of mounting) {
    const text = readFileSync(join(app, path), 'utf8')
    writeFileSync(
      join(app, path),
      text.replace(from, () => to),
    )
  }
  timedProgram('npm', ['run', 'build'], where)
  return app
}

/** No address reaches these limits, and no request needs the database. */
const settings = {
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
  APP_SECRET: 'a secret of the benchmark that nobody needs',
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  RATE_LIMIT: '1000000000',
  RATE_LIMIT_WRITES: '1000000000',
}

async function start(app: string, words: string[], variables: Record<string, string>) {
  const port = await freePort()
  const env = { ...process.env, ...settings, ...variables, PORT: String(port) }
  const began = performance.now()
  const child = spawn(process.execPath, words, { cwd: app, env, stdio: 'ignore' })
  const ended = once(child, 'exit')
  while (!(await answers(port, child))) await sleep(2)
  return {
    milliseconds: performance.now() - began,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function answers(port: number, child: ChildProcess) {
  if (child.exitCode !== null) throw new Error(`The app ended with ${child.exitCode}.`)
  const { promise, resolve } = Promise.withResolvers<boolean>()
  get({ host: '127.0.0.1', port, path: '/health/live', agent: false }, (reply) => {
    reply.resume()
    resolve(reply.statusCode === 200)
  }).on('error', () => resolve(false))
  return promise
}

/** `node test/bench/bench-build.ts`: only this part of the benchmark, into RESULTS.md. */
if (import.meta.main) {
  await requireWrk()
  timedNode([join(root, 'bin/build.ts')], { cwd: root })
  const place = createPlace()
  try {
    const path = join(root, 'test/bench/RESULTS.md')
    const { format } = await import('prettier')
    const figures = await benchBuild(place)
    const page = withBuild(readFileSync(path, 'utf8'), figures)
    writeFileSync(path, await format(page, { parser: 'markdown' }))
    console.log(withBuild('', figures))
  } finally {
    rmSync(dirname(place.cwd), { recursive: true, force: true })
  }
}
