import { expect, test } from 'vitest'

import {
  migrate,
  migrationStatus,
} from '../../../fixtures/golden/new/src/framework/database/migrate.ts'
import { databases } from './open-database.ts'
import { creates, migrationsFolder, runs } from './migrations-folder.ts'

const newDatabase = databases()
const kites = '20260101T000000-create-kites'
const tails = '20260102T000000-create-tails'
const third = '20260103T000000-third'
const both = { [kites]: creates('kites'), [tails]: creates('tails') }

async function open(files: Record<string, string>) {
  const { url, ask } = await newDatabase()
  const folder = migrationsFolder(files)
  const { directory } = folder
  return {
    ...folder,
    ask,
    migrate: (more = {}) => migrate({ url, directory, ...more }),
    states: async () =>
      (await migrationStatus({ url, directory })).map(({ name, state, batch }) => [
        name,
        state,
        batch,
      ]),
  }
}
const later = (name: string) => `export const after = ['${name}']\n`
const names = (steps: { name: string }[]) => steps.map(({ name }) => name)
const tables = `select tablename from pg_tables where schemaname = 'public' order by 1`

test('applies what is pending in the order of its names, each once', async () => {
  using app = await open(both)
  expect(await app.states()).toEqual([
    [kites, 'pending', undefined],
    [tails, 'pending', undefined],
  ])
  const told: string[] = []
  const steps = await app.migrate({
    onStart: (name: string, way: string) => told.push(`${way} ${name}`),
  })
  expect(names(steps)).toEqual([kites, tails])
  expect(told).toEqual([`up ${kites}`, `up ${tails}`])
  expect(await app.migrate()).toEqual([])
  expect(await app.ask(tables)).toEqual([['kites'], ['migrations'], ['tails']])
})

test('leaves a database without migrations alone', async () => {
  using app = await open({})
  expect(await app.migrate()).toEqual([])
  expect(await app.states()).toEqual([])
  expect(await app.ask(tables)).toEqual([])
})

test('several at once apply everything once', async () => {
  using app = await open(both)
  const steps = await Promise.all([app.migrate(), app.migrate(), app.migrate()])
  expect(names(steps.flat())).toEqual([kites, tails])
})

test('applies an older migration that came later from another branch', async () => {
  using app = await open({ [tails]: creates('tails') })
  await app.migrate()
  app.write(kites, creates('kites'))
  await app.migrate()
  expect(await app.states()).toEqual([
    [kites, 'applied', 2],
    [tails, 'applied', 1],
  ])
})

test('runs a migration after those it names, and takes it back before them', async () => {
  using app = await open({
    [kites]: later(third) + creates('kites'),
    [tails]: creates('tails'),
    [third]: creates('third'),
  })
  expect(names(await app.migrate({ steps: 1 }))).toEqual([tails])
  expect(names(await app.migrate())).toEqual([third, kites])
  expect(names(await app.migrate({ direction: 'down' }))).toEqual([kites, third])
})

test('refuses migrations that wait for nothing there is, or for each other', async () => {
  using unknown = await open({ [kites]: later(third) + creates('kites') })
  await expect(unknown.migrate()).rejects.toThrow(
    `${unknown.directory}/${kites}.ts has to run after ${third}, and there is no such migration.`,
  )
  using circle = await open({
    [kites]: later(tails) + creates('kites'),
    [tails]: later(kites) + creates('tails'),
  })
  await expect(circle.migrate()).rejects.toThrow(
    `Each of these has to run after another one: ${kites}, ${tails}.`,
  )
})

test('takes back the last batch, or as many steps as are asked for', async () => {
  using app = await open(both)
  await app.migrate({ steps: 1 })
  await app.migrate()
  app.write(third, creates('third'))
  await app.migrate()
  expect(names(await app.migrate({ direction: 'down' }))).toEqual([third])
  expect(names(await app.migrate({ direction: 'down', steps: 2 }))).toEqual([tails, kites])
  expect(await app.migrate({ direction: 'down' })).toEqual([])
  expect(await app.ask(tables)).toEqual([['migrations']])
})

test('a failing migration leaves nothing behind and those before it in place', async () => {
  using app = await open({ ...both, [third]: runs('select * from nowhere') })
  await expect(app.migrate()).rejects.toThrow(
    `${app.directory}/${third}.ts failed: relation "nowhere" does not exist`,
  )
  expect(await app.states()).toEqual([
    [kites, 'applied', 1],
    [tails, 'applied', 1],
    [third, 'pending', undefined],
  ])
  expect(await app.ask(`select to_regclass('half')`)).toEqual([[null]])
})

test('runs outside of a transaction what says so, while another run waits', async () => {
  const statement = 'create index concurrently half_id on half (id)'
  using app = await open({ [third]: runs(statement, 'export const transaction = false') })
  const steps = await Promise.all([app.migrate(), app.migrate()])
  expect(names(steps.flat())).toEqual([third])
})

test('refuses when an applied migration was changed, but not for its line ends', async () => {
  using app = await open(both)
  await app.migrate()
  app.write(kites, creates('kites').replaceAll('\n', '\r\n'))
  expect(await app.migrate()).toEqual([])
  app.write(kites, `${creates('kites')}// changed\n`)
  app.write(third, creates('third'))
  await expect(app.migrate()).rejects.toThrow(
    `${app.directory}/${kites}.ts was changed after it was applied. ` +
      'Put it back as it was, and make the change in a new migration.',
  )
  expect(await app.states()).toEqual([
    [kites, 'changed', 1],
    [tails, 'applied', 1],
    [third, 'pending', undefined],
  ])
})

test('takes nothing back when one of them has no way back', async () => {
  using app = await open({ ...both, [third]: runs('select 1') })
  await app.migrate()
  await expect(app.migrate({ direction: 'down' })).rejects.toThrow(
    `${app.directory}/${third}.ts exports no function down: it cannot be taken back.`,
  )
  app.remove(third)
  await expect(app.migrate({ direction: 'down' })).rejects.toThrow(
    `${third} was applied, but its file is gone: it cannot be taken back.`,
  )
  expect(await app.states()).toEqual([
    [kites, 'applied', 1],
    [tails, 'applied', 1],
    [third, 'missing', 1],
  ])
})

test.each([
  [third, 'export const one = 1', 'exports no function up.'],
  [third, 'export function', 'cannot be loaded: '],
  ['third', '', 'is not named like 20260131T120000-create-products.ts.'],
])('says what is wrong with the file %s that holds %j', async (name, text, because) => {
  using app = await open({ ...both, [name]: text })
  await expect(app.migrate()).rejects.toThrow(`${app.directory}/${name}.ts ${because}`)
  expect(await app.ask(tables)).not.toContainEqual(['kites'])
})
