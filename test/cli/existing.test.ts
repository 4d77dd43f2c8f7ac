import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { beforeEach, expect, test, vi } from 'vitest'

import { plannedApp } from './planned-app.ts'

const path = 'src/modules/status/status-controller.ts'
const mine = 'export const mine = 1\n'

// Each calls elif many times, on machines that have other things to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let app: Awaited<ReturnType<typeof plannedApp>>
beforeEach(async () => {
  app = await plannedApp()
  mkdirSync(join(app.root, 'src/modules/status'), { recursive: true })
  app.write(path, mine)
})

test('a file in the way stops the command, which says both ways out', async () => {
  const { exitCode, error } = await app.json('make:controller', 'Status', '--yes')
  expect({ exitCode, code: error.code }).toEqual({ exitCode: 1, code: 'file-in-the-way' })
  expect(error.hint).toBe(
    'Nothing was changed. --skip-existing makes the rest, --force replaces yours; or choose another name.',
  )
  expect(app.read(path)).toBe(mine)
})

test('--skip-existing leaves it, --force replaces it only with --yes', async () => {
  const skipped = await app.json('make:controller', 'Status', '--skip-existing', '--dry-run')
  expect(skipped).toMatchObject({ exitCode: 0, result: 'planned' })
  expect(skipped.changes.map((change: { path: string }) => change.path)).not.toContain(path)
  expect(skipped.remarks).toEqual([`${path} was there already and stays as it is.`])

  const forced = ['make:controller', 'Status', '--force']
  expect(await app.json(...forced)).toMatchObject({ error: { code: 'confirmation-needed' } })
  expect(app.read(path)).toBe(mine)
  expect(await app.json(...forced, '--yes')).toMatchObject({ exitCode: 0, result: 'applied' })
  expect(app.read(path)).toContain('export const statusController')
})

test('undo gives back what was replaced, by its own plan or a kept one', async () => {
  await app.json('make:controller', 'Status', '--force', '--yes')
  const kept = await app.json('undo', '--plan')
  expect(kept).toMatchObject({ exitCode: 0, result: 'planned' })
  expect(kept.risks.map((risk: { says: string }) => risk.says)).toContain(
    `Words of ${path} are taken away.`,
  )
  expect(await app.json('apply', kept.token, '--yes')).toMatchObject({ result: 'applied' })
  expect(app.read(path)).toBe(mine)
})

test('the two exclude each other, and commands that cover no file have neither', async () => {
  const both = await app.elif('make:controller', 'Status', '--force', '--skip-existing')
  expect(both).toMatchObject({ exitCode: 1 })
  const module = await app.json('make:module', 'catalog', '--force')
  expect(module).toMatchObject({ exitCode: 1, error: { code: 'flag-unknown' } })
})
