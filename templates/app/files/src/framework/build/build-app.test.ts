import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { leastEnvironment } from '../../../test/least-environment.ts'
import { buildApp } from './build-app.ts'

const directory = 'dist.test'
const place = mkdtempSync(join(tmpdir(), 'built-'))
const { PATH } = process.env
let running: ChildProcess | undefined

beforeAll(async () => {
  await buildApp({ external: [], assets: ['src/**'], environment: { PATH }, directory })
  cpSync(directory, join(place, 'app'), { recursive: true, verbatimSymlinks: true })
}, 60_000)

afterAll(() => {
  running?.kill('SIGKILL')
  for (const path of [directory, place]) rmSync(path, { recursive: true, force: true })
})

/** Starts the copy in an empty folder and answers where it listens. */
async function start() {
  const env = { ...leastEnvironment, PATH, PORT: '0' }
  running = spawn(process.execPath, ['app/serve.js'], { cwd: place, env })
  for await (const line of createInterface({ input: running.stdout ?? process.stdin })) {
    const [url] = /http:\/\/[\d.:]+/.exec(line) ?? []
    if (url !== undefined) return url
  }
  throw new Error('The built app did not start.')
}

test('a build runs alone, in whatever folder, as the app it was made from', async () => {
  const url = await start()
  expect((await fetch(`${url}/health/live`)).status).toBe(200)
  const { name } = JSON.parse(readFileSync('package.json', 'utf8'))
  const described = await fetch(`${url}/openapi.json`)
  expect(await described.json()).toMatchObject({ info: { title: name } })
  running?.kill('SIGTERM')
  expect(await once(running ?? process, 'exit')).toEqual([0, null])
})

test('a build has compiled code, programs and assets, and neither sources nor tests', () => {
  const names = readdirSync(directory)
  expect(names).toContain('cache')
  expect(names).toContain('serve.js')
  expect(names).not.toContain('build.js')
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  expect(files.filter((path) => path.endsWith('.ts'))).toEqual([])
})
