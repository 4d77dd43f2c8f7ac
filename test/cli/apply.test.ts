import { cpSync, existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'

import { beforeEach, expect, test, vi } from 'vitest'

import { storePlan } from '../../src/actions/store-plan.ts'
import { planUndo } from '../../src/actions/undo.ts'
import { diskFiles } from '../../src/files/files.ts'
import type { Change } from '../../src/workspace/change-set.ts'
import { root as checkout } from '../architecture/repository.ts'
import { treeOf } from '../made-app/tree.ts'
import { appIn, plannedApp } from './planned-app.ts'

// Each calls elif many times, on machines that have other things to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let app: Awaited<ReturnType<typeof plannedApp>>
beforeEach(async () => {
  app = await plannedApp()
})

const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'))
const plans = '.elif/local/plans'
const controller = 'src/modules/status/status-controller.ts'
const keep = () => app.json('make:controller', 'Status', '--plan')

test('a kept plan changes nothing, and its token carries out exactly that plan', async () => {
  const before = treeOf(app.root)
  const dry = await app.json('make:controller', 'Status', '--dry-run')
  const kept = await keep()
  expect(treeOf(app.root)).toEqual(before)
  expect(kept).toMatchObject({
    exitCode: 0,
    ...dry,
    token: expect.stringMatching(/^[0-9a-f]{32}$/),
  })
  expect(kept).toMatchObject({ risks: [], sql: [] })
  expect(readdirSync(join(app.root, plans))).toEqual([`${kept.token}.json`])
  expect(statSync(join(app.root, plans, `${kept.token}.json`)).mode & 0o777).toBe(0o600)

  const applied = await app.json('apply', kept.token)
  expect(applied).toMatchObject({ exitCode: 0, result: 'applied', command: dry.command })
  expect(applied.changes).toEqual(dry.changes)
  expect(existsSync(join(app.root, controller))).toBe(true)
  const [run] = (await app.json('history')).runs.slice(-1)
  expect(run).toMatchObject({ command: 'make:controller Status --module status' })
})

test('is applied once', async () => {
  const { token } = await keep()
  await app.json('apply', token)
  const after = treeOf(app.root)
  expect(await app.json('apply', token)).toMatchObject({
    exitCode: 1,
    error: { code: 'plan-applied' },
  })
  expect(treeOf(app.root)).toEqual(after)
})

test('of two elifs that apply it at the same time one does, and the other says so', async () => {
  const { token } = await keep()
  const ended = await Promise.all([1, 2, 3].map(() => app.json('apply', token)))
  expect(ended.map(({ exitCode }) => exitCode).toSorted()).toEqual([0, 1, 1])
  for (const { error } of ended.filter(({ exitCode }) => exitCode === 1)) {
    expect(['plan-applied', 'plan-stale']).toContain(error.code)
  }
  const runs = (await app.json('history')).runs
  expect(runs.filter((run: { command: string }) => run.command !== 'new shop')).toHaveLength(1)
})

test('a file that changed meanwhile is named, and nothing is written', async () => {
  const { token } = await keep()
  app.write('src/app.ts', `${app.read('src/app.ts')}\n// mine\n`)
  const before = treeOf(app.root)
  expect(await app.json('apply', token, '--yes')).toMatchObject({
    exitCode: 1,
    error: {
      code: 'plan-stale',
      says: 'Nothing was written: since the plan was made, src/app.ts has changed.',
    },
  })
  expect(treeOf(app.root)).toEqual(before)
})

test('a plan whose file was changed is refused, whatever was changed in it', async () => {
  const { token } = await keep()
  const path = `${plans}/${token}.json`
  app.write(path, app.read(path).replace('/status', '/states'))
  const before = treeOf(app.root)
  expect(await app.json('apply', token, '--yes')).toMatchObject({
    exitCode: 1,
    error: { code: 'plan-tampered' },
  })
  expect(treeOf(app.root)).toEqual(before)
})

test('a plan of another app or another elif is refused', async () => {
  const { token } = await keep()
  const other = appIn(`${app.root}-two`)
  cpSync(app.root, other.root, { recursive: true })
  expect(await other.json('apply', token)).toMatchObject({
    exitCode: 1,
    error: { code: 'plan-other-app', says: `This plan was made for the app in ${app.root}.` },
  })
  expect(existsSync(join(other.root, controller))).toBe(false)
})

test.each(['0'.repeat(32), '../../../elif', 'x'])('there is no plan %s', async (token) => {
  expect(await app.json('apply', token)).toMatchObject({
    exitCode: 1,
    error: { code: 'plan-unknown' },
  })
})

test('plans that nobody may apply any more are removed, and the last 20 stay', async () => {
  const { token } = await keep()
  const first = join(app.root, plans, `${token}.json`)
  for (let count = 0; count < 25; count += 1) {
    cpSync(first, join(app.root, plans, `${String(count).padStart(32, '0')}.json`))
  }
  const [old = ''] = readdirSync(join(app.root, plans))
  utimesSync(join(app.root, plans, old), 0, 0)
  await keep()
  const left = readdirSync(join(app.root, plans))
  expect(left).toHaveLength(20)
  expect(left).not.toContain(old)
})

test('says in words what it keeps and how it is carried out', async () => {
  const { stdout } = await app.elif('make:migration', 'add-stock', '--plan')
  const [token = ''] = /[0-9a-f]{32}/.exec(stdout) ?? []
  const until = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d UTC`
  expect(stdout).toContain('+export async function up(')
  expect(stdout).toMatch(
    new RegExp(
      `\n\nSQL of database/migrations/\\S+-add-stock.ts\n  -- nothing\n  -- taken back by\n` +
        `  -- nothing\n\n` +
        `Nothing was changed. The plan is kept until ${until}; this carries out exactly it:\n` +
        `  ./elif apply ${token}`,
    ),
  )
  expect((await app.elif('apply', token)).output).toContain('Applied.')
})

test('a plan that takes something away needs --yes where nobody can be asked', async () => {
  const token = await keepLosing(version)
  expect(await app.json('apply', token)).toMatchObject({
    exitCode: 1,
    error: { code: 'confirmation-needed' },
  })
  expect(await app.json('apply', token, '--yes')).toMatchObject({ exitCode: 0, result: 'applied' })
  expect(app.read('README.md')).toBe('# Mine\n')
})

test('a plan of another elif or of yesterday is refused', async () => {
  const other = await keepLosing('0.0.1')
  expect(await app.json('apply', other, '--yes')).toMatchObject({
    error: {
      code: 'plan-other-version',
      says: `elif 0.0.1 made this plan, and this is elif ${version}.`,
    },
  })
  const old = await keepLosing(version, new Date(Date.now() - 25 * 60 * 60 * 1000))
  expect(await app.json('apply', old, '--yes')).toMatchObject({ error: { code: 'plan-expired' } })
  expect(app.read('README.md')).not.toBe('# Mine\n')
})

test('keeps no plan that would hold a secret', () => {
  const changes = [{ kind: 'create' as const, path: '.env', after: 'TOKEN=secret' }]
  expect(() => store(changes, version, new Date())).toThrow(
    'This plan would hold the contents of .env.',
  )
  expect(existsSync(join(app.root, plans))).toBe(false)
})

const keepLosing = async (by: string, at = new Date()) => {
  const before = app.read('README.md')
  return store([{ kind: 'edit', path: 'README.md', before, after: '# Mine\n' }], by, at).token
}

function store(changes: Change[], by: string, at: Date) {
  const changeSet = { changes, notices: [], steps: [] }
  const plan = { changeSet, rendered: {}, command: 'make:mine', answers: {} }
  return storePlan({ root: app.root, plan, version: by, again: [], at })
}

test('the plan of an undo asks the database again, unless it was to be left', async () => {
  await app.json('make:resource', 'Kite', 'name:string')
  app.write('.env', 'DATABASE_URL=postgres://127.0.0.1:1/shop\n')
  const undone = await planUndo({ files: diskFiles(app.root) })
  const stored = { root: app.root, version, again: [], at: new Date() }
  const { token } = storePlan({ ...stored, plan: undone.plan })
  const before = treeOf(app.root)
  expect(await app.json('apply', token, '--yes')).toMatchObject({
    exitCode: 1,
    error: { code: 'undo-database-unasked', hint: expect.stringContaining(undone.run.name) },
  })
  expect(treeOf(app.root)).toEqual(before)
  const left = await app.json('undo', '--leave-database', '--plan')
  expect(await app.json('apply', left.token, '--yes')).toMatchObject({
    result: 'applied',
    remarks: [expect.stringContaining('The database was not asked.')],
  })
})
