import { symlinkSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, expect, test } from 'vitest'

import { planRisks } from '../../src/actions/plan-risks.ts'
import type { MigrationSql } from '../../src/recipe/outcome.ts'
import { root as checkout } from '../architecture/repository.ts'
import { scratchFolder } from '../files/scratch-folder.ts'
import { mustRun } from '../made-app/run-program.ts'

const root = scratchFolder('elif-sql-')
const path = 'database/migrations/20261120T101500-kites.ts'

beforeAll(() => symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules')))

const planned = (after: string) => ({
  changes: [{ kind: 'create' as const, path, after }],
  notices: [],
  steps: [],
})

/** In a process of its own: vitest has another loader than Node, which the hooks are for. */
async function sqlOf(text: string): Promise<MigrationSql[]> {
  const source = join(checkout, 'src/actions/migration-sql.ts')
  const program = `import { migrationSql } from ${JSON.stringify(source)}
const [root, changeSet] = process.argv.slice(1)
console.log(JSON.stringify(await migrationSql(root, JSON.parse(changeSet))))`
  const words = ['--input-type=module', '-e', program, root, JSON.stringify(planned(text))]
  return JSON.parse((await mustRun(process.execPath, words, { cwd: root })).stdout)
}

const importing = `import { type Kysely, sql } from 'kysely'\n`

test('the SQL of a migration that no disk holds is told by running it on nothing', async () => {
  const text = `${importing}
export async function up(database: Kysely<any>) {
  await database.schema.alterTable('kites').dropColumn('tail').execute()
  await sql\`update kites set size = \${3}\`.execute(database)
}
`
  const sql = await sqlOf(text)
  expect(sql).toEqual([
    {
      kind: 'known',
      path,
      up: ['alter table "kites" drop column "tail"', 'update kites set size = $1 -- $1 = 3'],
      down: [],
    },
  ])
  expect(planRisks(planned(text), sql)).toEqual([
    { kind: 'migration', path, says: `${path} drops a column of kites.` },
  ])
})

test('one that asks the database is told as far as it can be known', async () => {
  const text = `${importing}
export async function up(database: Kysely<any>) {
  for (const { id } of await database.selectFrom('kites').select('id').execute()) {
    await database.deleteFrom('kites').where('id', '=', id).execute()
  }
}
`
  expect(await sqlOf(text)).toEqual([
    {
      kind: 'partly',
      path,
      up: ['select "id" from "kites"'],
      down: [],
      because: 'It asks the database, whose answers decide.',
    },
  ])
})

test.each([
  ["import { kite } from 'no-such-package'\nexport const up = kite\n", /npm install may bring it/],
  ["export async function up() {\n  throw new Error('no wind')\n}\n", /^no wind$/],
])('what cannot be known is said, and is a risk', async (text, because) => {
  const sql = await sqlOf(text)
  expect(sql).toEqual([{ kind: 'unknown', path, because: expect.stringMatching(because) }])
  expect(planRisks(planned(text), sql)).toEqual([
    { kind: 'migration', path, says: `What ${path} does is not known before it runs.` },
  ])
})

test('what is deleted, moved or set going is a risk, what is added is none', () => {
  const step = { command: 'npm', arguments: ['install'], why: 'brings packages' }
  const changes = [
    { kind: 'create' as const, path: 'a.ts', after: 'a' },
    { kind: 'delete' as const, path: 'b.ts', before: 'b' },
    { kind: 'move' as const, from: 'c.ts', to: 'd.ts', before: 'c', after: 'c' },
    { kind: 'edit' as const, path: 'e.ts', before: 'one two', after: 'one' },
    { kind: 'edit' as const, path: 'f.ts', before: 'one', after: 'one two' },
  ]
  expect(planRisks({ changes, notices: [], steps: [step] }, [])).toEqual([
    { kind: 'delete', path: 'b.ts', says: 'b.ts is deleted.' },
    { kind: 'move', path: 'd.ts', says: 'c.ts moves to d.ts.' },
    { kind: 'edit', path: 'e.ts', says: 'Words of e.ts are taken away.' },
    { kind: 'process', says: 'npm install is run: it brings packages.' },
  ])
})
