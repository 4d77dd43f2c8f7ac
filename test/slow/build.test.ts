import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

import { becomesReady } from '../made-app/becomes-ready.ts'
import { givenDatabase } from '../made-app/given-database.ts'
import { type MadeApp, makeApp, newFolder } from '../made-app/made-app.ts'
import { freePort } from '../made-app/port.ts'
import { mustRun, runProgram } from '../made-app/run-program.ts'
import { json } from '../made-app/running-app.ts'

const region = '  // #endregion elif:routes'
const broken = `  http.get('/broken', async () => {
    throw new Error('no kites today')
  })
  http.get('/pid', { config: { rateLimit: false } }, async () => ({ pid: process.pid }))
  http.get('/five', { config: { rateLimit: { quota: 5, window: 60_000, by: 'route' } } }, async () => 1)
`

let app: MadeApp
let place: string
let environment: Record<string, string>

beforeAll(async () => {
  app = await makeApp({ name: 'shop' })
  const url = await givenDatabase(app)
  await app.mustElif('make:resource', 'Product', 'name:string')
  app.write('src/app.ts', app.read('src/app.ts').replace(region, broken + region))
  mkdirSync(join(app.root, 'config'))
  const yaml = 'node_modules/yaml'
  cpSync(join(import.meta.dirname, '../..', yaml), join(app.root, yaml), { recursive: true })
  app.write('config/development.yaml', 'rate:\n  limit: 500\n')
  app.write('.env', 'LOG_LEVEL=debug\n')
  environment = { ...app.environment, DATABASE_URL: url, NODE_ENV: 'development' }
  await app.mustElif('build')
  place = newFolder()
  cpSync(join(app.root, 'dist'), join(place, 'dist'), { recursive: true, verbatimSymlinks: true })
})

const program = (...words: string[]) =>
  mustRun(process.execPath, words, { cwd: place, environment })

const Pid = z.object({ pid: z.int() })
const Detail = z.object({
  crew: z.object({ crashes: z.int() }),
  workers: z.array(z.object({ process: z.int() })),
})

/** Runs the copy of the build, which stands alone, and waits until it is ready. */
async function start(variables: Record<string, string> = {}) {
  const port = await freePort()
  const child = spawn(process.execPath, ['dist/serve.js'], {
    cwd: place,
    env: { PATH: process.env['PATH'], ...environment, ...variables, PORT: String(port) },
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += text))
  const ended = once(child, 'exit')
  const url = `http://127.0.0.1:${port}`
  if (!(await becomesReady(url, () => child.exitCode === null))) throw new Error(log)
  // The app answers from the first worker on; the others follow.
  const all = new RegExp(`"workers":${variables['WORKERS'] ?? 1}\\b`)
  while (variables['WORKERS'] && !all.test(log)) await sleep(50)
  return {
    url,
    child,
    ended,
    log: () => log,
    ask: (path: string, agent: Agent | false = false) => ask(url + path, agent),
    async pids() {
      const { workers } = Detail.parse((await ask(`${url}/health/detail`, false)).body)
      return workers.map((worker) => worker.process)
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

type Answer = { status: number | undefined; body: unknown }

function ask(url: string, agent: Agent | false): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const request = get(url, { agent, timeout: 5000 }, (reply) => {
    let text = ''
    reply.on('data', (part) => (text += part))
    reply.on('error', reject)
    reply.on('end', () => resolve({ status: reply.statusCode, body: JSON.parse(text) }))
  })
  // Node hands a connection to a worker that has just died, and nobody else gets it then.
  request.on('timeout', () => request.destroy(new Error('no answer')))
  request.on('error', reject)
  return promise
}

/** Asks on and on, on connections that stay open; answers how often and what failed, with its process. */
function load(url: string, connections = 8) {
  const over = new AbortController()
  let answered = 0
  const failed: { last: number; fault: string }[] = []
  async function askOnAndOn() {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    let last = 0
    while (!over.signal.aborted) {
      const answer = await ask(`${url}/pid`, agent).catch((error: unknown) => String(error))
      if (typeof answer === 'object' && answer.status === 200) {
        answered += 1
        last = Pid.parse(answer.body).pid
      } else failed.push({ last, fault: JSON.stringify(answer) })
    }
    agent.destroy()
  }
  const asking = Promise.all(Array.from({ length: connections }, askOnAndOn))
  return async () => {
    over.abort()
    await asking
    return { answered, failed }
  }
}

/** Waits until there are two workers, of which so many were there before. */
async function replaced(
  running: Awaited<ReturnType<typeof start>>,
  before: number[],
  left: number,
) {
  const counts = async () => {
    const now = await running.pids().catch(() => [])
    return [now.length, now.filter((pid) => before.includes(pid)).length]
  }
  await expect.poll(counts, { timeout: 60_000 }).toEqual([2, left])
}

test('a build migrates as its sources do, and answers without sources and packages', async () => {
  expect(existsSync(join(place, 'node_modules'))).toBe(false)
  expect((await program('dist/migrate.js')).output).toMatch(
    /^up \d{8}T\d{6}-create-products \d+ ms$/,
  )
  const own = app.with({ DATABASE_URL: environment['DATABASE_URL'] ?? '' })
  expect(JSON.parse((await own.mustElif('migrate:status', '--json')).stdout)).toMatchObject({
    migrations: [{ state: 'applied' }],
  })
  await program('dist/migrate.js', 'down')
  await own.npm('migrate')
  expect((await program('dist/migrate.js', 'status')).output).toMatch(/^applied /)

  await using running = await start()
  const made = await fetch(`${running.url}/products`, json('POST', { name: 'kite' }))
  expect(made.status).toBe(201)
  expect(made.headers.get('ratelimit-policy')).toBe('"writes";q=300;w=60')
  const list = await fetch(`${running.url}/products`)
  expect(list.headers.get('ratelimit-policy')).toBe('"reads";q=500;w=60')
})

test('the log names the file and the line of the source that threw', async () => {
  await using running = await start()
  expect((await running.ask('/broken')).status).toBe(500)
  const line =
    app
      .read('src/app.ts')
      .split('\n')
      .findIndex((each) => each.includes('no kites')) + 1
  await expect.poll(() => running.log()).toContain(`src/app.ts:${line}:`)
})

test('a worker that is killed under load takes no request with it but its own, and comes back', async () => {
  await using running = await start({ WORKERS: '2' })
  const before = await running.pids()
  const [killed = 0] = before
  const end = load(running.url)
  await sleep(300)
  process.kill(killed, 'SIGKILL')
  await replaced(running, before, 1)
  const { answered, failed } = await end()
  expect(answered).toBeGreaterThan(100)
  expect(failed.filter(({ last }) => last !== killed)).toEqual([])
  // Each of its connections may fail, and one more that was on its way to it.
  expect(failed.length).toBeLessThanOrEqual(9)
})

test('workers are replaced under load without a failed request, by what was built meanwhile', async () => {
  await using running = await start({ WORKERS: '2' })
  const before = await running.pids()
  const end = load(running.url)
  running.child.kill('SIGHUP')
  await replaced(running, before, 0)
  const { answered, failed } = await end()
  expect(answered).toBeGreaterThan(100)
  expect(failed).toEqual([])
})

test('limits and health are those of all workers, and SIGTERM ends them in order', async () => {
  await using running = await start({ WORKERS: '2' })
  const statuses: unknown[] = []
  for (let n = 0; n < 10; n += 1) statuses.push((await running.ask('/five')).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429, 429, 429])
  const ready = { status: 'ready', workers: { ready: 2, wanted: 2 } }
  await expect.poll(async () => (await running.ask('/health/ready')).body).toEqual(ready)
  running.child.kill('SIGTERM')
  expect(await running.ended).toEqual([0, null])
})

test('elif build tells what it made, and a build that fails leaves the one before', async () => {
  const built = JSON.parse((await app.mustElif('build', '--json')).stdout)
  const paths = built.entries.map(({ path }: { path: string }) => path)
  expect(paths).toContain('dist/serve.bundle.js')
  expect(paths).toContain('dist/config')
  const source = app.read('src/app.ts')
  app.write('src/app.ts', source.replace("from './config.ts'", "from './missing.ts'"))
  const { exitCode, output } = await app.elif('build')
  app.write('src/app.ts', source)
  expect({ exitCode, output }).toMatchObject({ exitCode: 1 })
  expect(output).toContain('./missing.ts')
  expect(existsSync(join(app.root, 'dist/serve.js'))).toBe(true)
  expect(existsSync(join(app.root, 'dist.part'))).toBe(false)
})

test('an app without settings says what is missing, and elif start hands that on', async () => {
  const own = { ...app.environment, NODE_ENV: 'production', DATABASE_URL: '' }
  const where = { cwd: place, environment: own }
  const alone = await runProgram(process.execPath, ['dist/serve.js'], where)
  expect(alone).toMatchObject({
    exitCode: 1,
    output: expect.stringContaining('DATABASE_URL is not set'),
  })
  writeFileSync(join(app.root, '.env'), '')
  const started = await app.with(own).elif('start', '--workers', '2')
  expect(started).toMatchObject({
    exitCode: 1,
    output: expect.stringContaining('DATABASE_URL is not set'),
  })
})
