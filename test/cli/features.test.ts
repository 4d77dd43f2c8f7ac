import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { beforeEach, expect, test, vi } from 'vitest'

import { plannedApp } from './planned-app.ts'

// Each calls elif many times, on machines that have other things to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let app: Awaited<ReturnType<typeof plannedApp>>
beforeEach(async () => {
  app = await plannedApp()
})

const code = 'src/framework/static/static-files.ts'
const has = (path: string) => existsSync(join(app.root, path))

test('add without a name lists what there is, and what is there already', async () => {
  await app.elif('add', 'static', '--no-install')
  const { output } = await app.elif('add')
  expect(output).toMatch(
    /^Installed:\n {2}database {2,}PostgreSQL.*\n {2}static {2,}Files of one folder/,
  )
  expect(output).toMatch(/\nTo be added:\n {2}flags /)
  const listed = JSON.parse((await app.elif('add', '--json')).stdout)
  expect(listed).toContainEqual(expect.objectContaining({ name: 'static', installed: true }))
  expect(listed).toContainEqual(expect.objectContaining({ name: 'uploads', installed: false }))
})

test('add says what comes next where a feature brings a migration', async () => {
  const next = 'Next: ./elif migrate'
  const limits = await app.elif('add', 'rate-limit-postgres', '--no-install')
  expect(limits.output).toContain(next)
  expect((await app.elif('add', 'sse', '--no-install')).output).not.toContain(next)
})

test('a dry run writes nothing; the plan brings packages and may be kept', async () => {
  const dry = await app.json('add', 'static', '--dry-run')
  expect(dry).toMatchObject({ exitCode: 0, result: 'planned', steps: [{ command: 'npm' }] })
  expect(has(code)).toBe(false)
  const kept = await app.json('add', 'static', '--no-install', '--plan')
  expect(await app.json('apply', kept.token, '--yes')).toMatchObject({ result: 'applied' })
  expect(has(code)).toBe(true)
  const again = await app.json('add', 'static')
  expect(again).toMatchObject({
    exitCode: 0,
    result: 'unchanged',
    remarks: ['static is installed already.'],
  })
})

test('remove takes away what add has written, and asks for --yes where nobody can be asked', async () => {
  const before = app.read('src/app.ts')
  await app.elif('add', 'static', '--no-install')
  const refused = await app.json('remove', 'static', '--no-install')
  expect(refused).toMatchObject({ exitCode: 1, error: { code: 'confirmation-needed' } })
  const removed = await app.json('remove', 'static', '--no-install', '--yes')
  expect(removed).toMatchObject({ exitCode: 0, result: 'applied', left: [] })
  expect([has(code), has('public'), app.read('src/app.ts')]).toEqual([false, false, before])
  const again = await app.json('remove', 'static', '--yes')
  expect(again).toMatchObject({ exitCode: 1, error: { code: 'feature-not-installed' } })
})

test('a feature that is not there is told with the one that was meant', async () => {
  const { exitCode, output } = await app.elif('add', 'upload')
  expect(exitCode).toBe(1)
  expect(output).toContain('There is no feature called "upload". Did you mean uploads?')
  expect((await app.elif('explain', 'uploads')).output).toMatch(/^Uploads\n\nFiles that callers/)
})
