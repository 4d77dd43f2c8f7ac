import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeEach, expect, test } from 'vitest'

import { carryOut, exitCodeOf } from '../../src/cli/carry-out.ts'
import { createOutput } from '../../src/cli/output.ts'
import { showPlan } from '../../src/cli/show-plan.ts'
import type { Plan } from '../../src/recipe/plan.ts'
import type { ChangeSet, Step } from '../../src/workspace/change-set.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

let root: string
const complaints: string[] = []
const output = {
  ...createOutput({ json: true, quiet: false, verbose: false }),
  complain: (text: string) => void complaints.push(text),
}

beforeEach(() => {
  root = scratchFolder('elif-carry-')
  writeFileSync(join(root, 'app.ts'), 'start(a)\n')
})

const adding: ChangeSet['changes'] = [
  { kind: 'create', path: 'b.ts', after: 'export const b = 1\n' },
  { kind: 'edit', path: 'app.ts', before: 'start(a)\n', after: 'start(a, b)\n' },
]
const losing: ChangeSet['changes'] = [
  { kind: 'edit', path: 'app.ts', before: 'start(a)\n', after: 'start()\n' },
]

const node = (code: string): Step => ({
  command: process.execPath,
  arguments: ['-e', code],
  why: 'shows what a step does',
})

function carry(changeSet: Partial<ChangeSet>, more: { dryRun?: boolean; yes?: boolean } = {}) {
  const whole = { changes: [], notices: [], steps: [], ...changeSet }
  const plan: Plan = { changeSet: whole, rendered: {}, command: 'make:b', answers: {} }
  return carryOut({ plan, root, version: '0.1.0', dryRun: false, yes: false, output, ...more })
}

const read = (path: string) => readFileSync(join(root, path), 'utf8')

test('without a terminal a plan that only adds is applied and recorded', async () => {
  const outcome = await carry({ changes: adding })
  expect(outcome).toMatchObject({ result: 'applied', command: 'make:b', steps: [], remarks: [] })
  expect(outcome.changes.map(({ kind, path }) => [kind, path])).toEqual([
    ['create', 'b.ts'],
    ['edit', 'app.ts'],
  ])
  expect(outcome.changes[1]?.diff).toBe(
    '--- a/app.ts\n+++ b/app.ts\n@@ -1,1 +1,1 @@\n-start(a)\n+start(a, b)\n',
  )
  expect(read('app.ts')).toBe('start(a, b)\n')
  const runs = readdirSync(join(root, '.elif/runs'))
  expect(runs.filter((name) => name.endsWith('.json'))).toHaveLength(1)
  expect(exitCodeOf(outcome)).toBe(0)
})

test('without a terminal a plan that takes something away needs --yes', async () => {
  await expect(carry({ changes: losing })).rejects.toMatchObject({
    code: 'confirmation-needed',
    message: 'This plan takes something away from app.ts, and there is no terminal to ask in.',
  })
  expect(read('app.ts')).toBe('start(a)\n')
  expect(await carry({ changes: losing }, { yes: true })).toMatchObject({ result: 'applied' })
  expect(read('app.ts')).toBe('start()\n')
})

test('a dry run answers the same plan and changes nothing', async () => {
  const planned = await carry({ changes: adding, steps: [node('')] }, { dryRun: true })
  expect(readdirSync(root)).toEqual(['app.ts'])
  expect(exitCodeOf(planned)).toBe(0)
  const applied = await carry({ changes: adding })
  expect(planned).toMatchObject({ result: 'planned', steps: [{ result: 'not-run' }] })
  expect(planned.changes).toEqual(applied.changes)
})

test('a plan without changes is unchanged, or refused when lines are left to paste', async () => {
  const notice = { path: 'app.ts', because: 'the region is gone', paste: 'start(b)' }
  const unchanged = await carry({})
  const refused = await carry({ notices: [notice] })
  const partly = await carry({ changes: adding, notices: [notice] })
  expect([unchanged, refused, partly].map(({ result }) => result)).toEqual([
    'unchanged',
    'refused',
    'applied',
  ])
  expect([unchanged, refused, partly].map(exitCodeOf)).toEqual([0, 1, 1])
})

test('a file that changed since the plan was made stops it', async () => {
  writeFileSync(join(root, 'app.ts'), 'start(c)\n')
  await expect(carry({ changes: adding })).rejects.toMatchObject({ code: 'change-conflicts' })
  expect(readdirSync(root)).toEqual(['app.ts'])
})

test('a step that fails leaves the files, stops the next ones and is told', async () => {
  const steps = [node(''), node('process.exit(4)'), node('')]
  const outcome = await carry({ changes: adding, steps })
  expect(outcome.result).toBe('applied-with-failed-step')
  expect(outcome.steps.map(({ result }) => result)).toEqual(['done', 'failed', 'not-run'])
  const typed = process.execPath
  expect(complaints).toEqual([
    `${typed} -e 'process.exit(4)' ended with exit code 4.`,
    `Left to do:\n  ${typed} -e 'process.exit(4)'\n  ${typed} -e ''`,
  ])
  expect(read('app.ts')).toBe('start(a, b)\n')
  expect(exitCodeOf(outcome)).toBe(1)
})

test('what is deleted is one line for people, and its contents when they are asked for', async () => {
  const lines: string[] = []
  const told = { ...output, json: false, say: (text: string) => void lines.push(text) }
  const change = { kind: 'delete' as const, path: 'app.ts', before: 'start(a)\n' }
  const changeSet = { changes: [change], notices: [], steps: [] }
  const shown = await showPlan(changeSet, told, { brief: false, withDiffs: false })
  expect(shown).toEqual([{ kind: 'delete', path: 'app.ts' }])
  expect(lines).toEqual(['  delete  app.ts'])
  const diff = '--- a/app.ts\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-start(a)\n'
  for (const [asked, withDiffs] of [
    [told, true],
    [output, false],
  ] as const) {
    const whole = await showPlan(changeSet, asked, { brief: false, withDiffs })
    expect(whole).toEqual([{ kind: 'delete', path: 'app.ts', diff }])
  }
})
