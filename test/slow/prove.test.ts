import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { beforeAll, expect, test } from 'vitest'

import { storePlan } from '../../src/actions/store-plan.ts'
import { PlanAnswer, type Proof } from '../../src/recipe/outcome.ts'
import type { Change, ChangeSet } from '../../src/workspace/change-set.ts'
import { root as checkout } from '../architecture/repository.ts'
import { type MadeApp, makeApp } from '../made-app/made-app.ts'
import { treeOf } from '../made-app/tree.ts'

const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'))
const resource = ['make:resource', 'Product', 'name:string', 'price:decimal(10,2)']

/** An app that does not test its framework each time: a dozen proofs run its tests here. */
let app: MadeApp
beforeAll(async () => {
  app = await makeApp()
  const config = app.read('vitest.config.ts')
  const less = config.replace(
    "'src/**/*.test.ts'",
    "'src/!(framework)/**/*.test.ts', 'src/*.test.ts'",
  )
  if (less === config) throw new Error('vitest.config.ts names its tests otherwise.')
  app.write('vitest.config.ts', less)
})

async function json(...words: string[]) {
  const { exitCode, stdout } = await app.elif(...words, '--json')
  return { exitCode, ...JSON.parse(stdout) }
}

const results = ({ checks }: Proof) =>
  Object.fromEntries(checks.map(({ name, result }) => [name, result]))
const says = ({ checks }: Proof, name: string) => checks.find((each) => each.name === name)?.says

/** Keeps a plan as a command would have kept it. */
function keep(...changes: Change[]): string {
  return keepWhole({ changes, notices: [], steps: [] })
}

function keepWhole(changeSet: ChangeSet): string {
  const plan = { changeSet, rendered: {}, command: 'make:mine', answers: {} }
  return storePlan({ root: app.root, plan, version, again: [], at: new Date() }).token
}

const create = (path: string, after: string): Change => ({ kind: 'create', path, after })

/** The proof of a plan that must not land. */
async function refused(...changes: Change[]): Promise<Proof> {
  const before = treeOf(app.root)
  const { exitCode, ...answer } = await json('apply', keep(...changes), '--prove', '--yes')
  expect(PlanAnswer.parse(answer)).toEqual(answer)
  expect({ exitCode, result: answer.result }).toEqual({ exitCode: 1, result: 'failed' })
  expect(treeOf(app.root)).toEqual(before)
  expect(existsSync(join(app.root, '.elif/local/proofs'))).toBe(false)
  return answer.proof
}

test('a good plan passes every check and changes nothing before it lands', async () => {
  const before = treeOf(app.root)
  const { exitCode, proof } = await json(...resource, '--prove', '--dry-run')
  expect(exitCode).toBe(0)
  expect(proof).toMatchObject({ passed: true })
  expect(results(proof)).toEqual({
    packages: 'left-out',
    format: 'passed',
    types: 'passed',
    migrations: 'passed',
    boot: 'passed',
    tests: 'passed',
    again: 'passed',
  })
  expect(says(proof, 'migrations')).toBe('1 applied, 1 of them taken back and applied again.')
  expect(treeOf(app.root)).toEqual(before)
})

test('what does not type-check is told with its place in the app', async () => {
  const proof = await refused(create('src/wrong.ts', "export const wrong: number = 'text'\n"))
  expect(results(proof)).toMatchObject({ format: 'passed', types: 'failed', boot: 'passed' })
  expect(says(proof, 'types')).toBe(
    "src/wrong.ts(1,14): error TS2322: Type 'string' is not assignable to type 'number'.",
  )
})

test('so is what is laid out otherwise, and a test that fails', async () => {
  const text =
    "import {expect, test} from 'vitest'\n\ntest('one is two', () => expect(1).toBe(2))\n"
  const proof = await refused(create('src/wrong.test.ts', text))
  expect(results(proof)).toMatchObject({ format: 'failed', types: 'passed', tests: 'failed' })
  expect(says(proof, 'format')).toContain('src/wrong.test.ts')
  expect(says(proof, 'tests')).toContain('one is two')
})

test('an app that does not start is told with what it said', async () => {
  const before = app.read('src/platform.ts')
  const after = `${before}\nthrow new Error('no kite today')\n`
  const proof = await refused({ kind: 'edit', path: 'src/platform.ts', before, after })
  expect(results(proof)).toMatchObject({ types: 'passed', boot: 'failed', tests: 'left-out' })
  expect(says(proof, 'boot')).toContain('Error: no kite today')
})

test('a migration that cannot be taken back is told with what PostgreSQL said', async () => {
  const path = 'database/migrations/20261120T101500-kites.ts'
  const text = `import { type Kysely, sql } from 'kysely'

export async function up(database: Kysely<unknown>) {
  await sql\`create table kites (id uuid primary key)\`.execute(database)
}

export async function down(database: Kysely<unknown>) {
  await sql\`drop table kite\`.execute(database)
}
`
  const proof = await refused(create(path, text))
  expect(results(proof)).toMatchObject({ migrations: 'failed', boot: 'passed' })
  expect(says(proof, 'migrations')).toContain('table "kite" does not exist')
  expect(says(proof, 'migrations')).toContain(`at ${path}:8`)
})

test('the migrations of a kept plan tell their SQL, and what it locks', async () => {
  const kept = await json(...resource, '--plan')
  expect(kept.sql).toMatchObject([{ kind: 'known', down: ['drop table "products"'] }])
  expect(kept.risks).toEqual([])
  expect(kept.sql[0].up[0]).toMatch(/^create table "products" \("id" uuid primary key, /)
})

test('a plan that asks for other packages is tried with them, and the app keeps its own', async () => {
  const before = app.read('package.json')
  const after = before.replace(
    '"devDependencies": {',
    '"devDependencies": {\n    "pluralize": "8.0.0",',
  )
  const why = 'brings what the app stands on'
  const words = ['install', '--no-audit', '--no-fund']
  const changes = [
    { kind: 'edit' as const, path: 'package.json', before, after },
    create('src/newer.test.ts', importingTest),
  ]
  const steps = [{ command: 'npm', arguments: words, why }]
  const token = keepWhole({ changes, notices: [], steps })
  const { proof } = await json('apply', token, '--prove', '--dry-run')
  expect(results(proof)).toMatchObject({ packages: 'passed', tests: 'passed', boot: 'passed' })
  expect(existsSync(join(app.root, 'node_modules/pluralize/package.json'))).toBe(false)
})

const importingTest = `import { expect, test } from 'vitest'

test('is there', async () => {
  const name = 'pluralize'
  expect(await import(name)).toHaveProperty('default')
})
`

test('a file that is saved during the proof stops it', async () => {
  const { ended } = startProof()
  await untilCopied(ended)
  const readme = app.read('README.md')
  app.write('README.md', `${readme}\nMine.\n`)
  const { code, output } = await ended
  app.write('README.md', readme)
  expect(code).toBe(1)
  expect(output).toContain('Nothing was written: during the proof, README.md has changed.')
  expect(existsSync(join(app.root, 'src/modules/products'))).toBe(false)
})

test('Ctrl-C ends what runs and leaves no copy', async () => {
  const { child, ended } = startProof()
  await untilCopied(ended)
  child.kill('SIGINT')
  const { code, output } = await ended
  expect(code).toBe(1)
  expect(output).toContain('The proof was interrupted; nothing was written.')
  expect(existsSync(join(app.root, '.elif/local/proofs'))).toBe(false)
})

function startProof() {
  const child = spawn(process.execPath, ['elif', ...resource, '--prove'], {
    cwd: app.root,
    env: { ...process.env, ...app.environment, NODE_ENV: undefined, VITEST: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (text) => (output += text))
  child.stderr.on('data', (text) => (output += text))
  const ended = once(child, 'close').then(([code]) => ({ code, output }))
  return { child, ended }
}

/** Waits until the plan has landed on the copy, and a check is under way. */
async function untilCopied(ended: Promise<{ output: string }>): Promise<void> {
  const proofs = join(app.root, '.elif/local/proofs')
  const copied = () =>
    existsSync(proofs) &&
    readdirSync(proofs).some((name) => existsSync(join(proofs, name, '.elif/runs')))
  const over = ended.then(({ output }) => Promise.reject(new Error(`It ended:\n${output}`)))
  while (!copied()) await Promise.race([sleep(20), over])
  await sleep(1_000)
  over.catch(() => {})
}
