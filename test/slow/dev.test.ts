import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { beforeAll, expect, onTestFinished, test } from 'vitest'

import { type MadeApp, makeApp } from '../made-app/made-app.ts'

type Event = { kind: string } & Record<string, unknown>

let shop: MadeApp

beforeAll(async () => {
  shop = await makeApp({ name: 'shop' })
  await shop.mustElif('make:resource', 'Product', 'name:string')
})

test('says what runs, serves it, follows changes and stops on Ctrl-C', async () => {
  const dev = await startDev(shop)
  const { url } = await dev.until('listening')
  await dev.until('ready')
  expect(dev.said('database')).toMatchObject([{ server: 'durable' }])
  expect((await dev.until('migrations'))['pending']).toHaveLength(1)
  const routes = (await dev.until('routes'))['routes'] as { method: string; path: string }[]
  expect(routes.map(({ method, path }) => `${method} ${path}`)).toContain('POST /products')
  expect(routes.find(({ path }) => path === '/products')).toMatchObject({
    at: { path: 'src/modules/products/product-controller.ts' },
  })

  await shop.mustElif('migrate')
  expect((await fetch(`${url}/products`)).status).toBe(200)

  const service = 'src/modules/products/product-service.ts'
  const source = shop.read(service)
  shop.write(service, `${source}\nconst broken = (`)
  expect(await dev.until('failed')).toMatchObject({
    stale: true,
    fault: { code: 'dev-syntax', at: { path: service } },
  })
  const stale = await fetch(`${url}/products`)
  expect([stale.status, stale.headers.get('x-elif-stale')]).toEqual([200, '1'])
  shop.write(service, source)
  await dev.until('ready', 2)
  const fresh = await fetch(`${url}/products`)
  expect([fresh.status, fresh.headers.get('x-elif-stale')]).toEqual([200, null])

  dev.child.kill('SIGINT')
  expect(await once(dev.child, 'exit')).toEqual([0, null])
  await expect(fetch(`${url}/products`)).rejects.toThrow('fetch failed')
  await dev.until('stopped')
})

test('a variable that the app refuses keeps the old app answering', async () => {
  const dev = await startDev(shop)
  const { url } = await dev.until('listening')
  await dev.until('ready')
  shop.write('.env', 'LOG_LEVEL=loud\n')
  const failed = await dev.until('failed')
  expect(failed).toMatchObject({
    stale: true,
    fault: { says: expect.stringContaining('The environment is not complete:\n  LOG_LEVEL') },
  })
  expect((await fetch(`${url}/health/ready`)).status).toBe(200)
  shop.write('.env', 'DATABASE_URL=\n')
  await dev.until('ready', 2)
})

test('no app survives when elif dev is killed', async () => {
  const dev = await startDev(shop)
  const { port } = await dev.until('listening')
  await dev.until('ready')
  const behind = dev
    .said('output')
    .map(({ text }) => /behind elif dev at (http:[^"\s]+)/.exec(String(text))?.[1])
    .find(Boolean)
  expect((await fetch(`${behind}/health/live`)).status).toBe(200)
  dev.child.kill('SIGKILL')
  await once(dev.child, 'exit')
  await expect.poll(() => fetch(`${behind}/health/live`).catch(() => 'gone')).toBe('gone')
  const next = await startDev(shop, '--port', String(port))
  await next.until('ready')
})

test('a port that was asked for is not exchanged for another', async () => {
  const dev = await startDev(shop)
  const { port } = await dev.until('listening')
  const taken = await shop.elif('dev', '--port', String(port))
  expect(taken.exitCode).toBe(1)
  expect(taken.output).toContain(`Port ${port} on 127.0.0.1 is used by another program.`)
})

test('says what to do before the packages are installed', async () => {
  const bare = await makeApp({ name: 'bare' })
  rmSync(join(bare.root, 'node_modules'), { recursive: true })
  const refused = await bare.elif('dev')
  expect(refused.exitCode).toBe(1)
  expect(refused.output).toContain('Run: npm install')
})

/** `elif dev --json` on a free port, with what it has said so far. */
async function startDev(app: MadeApp, ...words: string[]) {
  const asked = words.length > 0 ? words : ['--port', '0']
  const child: ChildProcess = spawn(process.execPath, ['elif', 'dev', '--json', ...asked], {
    cwd: app.root,
    env: { ...process.env, NODE_ENV: undefined, ...app.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  })
  const events: Event[] = []
  if (child.stdout) {
    createInterface(child.stdout).on('line', (line) => events.push(JSON.parse(line)))
  }
  const said = (kind: string) => events.filter((event) => event.kind === kind)

  return {
    child,
    said,
    /** The n-th event of a kind, as soon as it is there. */
    async until(kind: string, count = 1): Promise<Event> {
      await expect.poll(() => said(kind).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(count)
      return said(kind)[count - 1] ?? { kind }
    },
  }
}
