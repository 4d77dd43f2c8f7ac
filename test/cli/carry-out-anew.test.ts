import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { carryOutAnew } from '../../src/cli/carry-out-anew.ts'
import { createOutput } from '../../src/cli/output.ts'
import type { Plan } from '../../src/recipe/plan.ts'
import { root as checkout } from '../architecture/repository.ts'
import { scratchFolder } from '../files/scratch-folder.ts'
import { mustRun } from '../made-app/run-program.ts'

const output = createOutput({ json: true, quiet: false, verbose: false })

/** An app of one file in which each plan adds a line, overtaken by another elif so many times. */
function appOvertaken(times: number) {
  const root = scratchFolder('elif-anew-')
  const file = join(root, 'app.ts')
  writeFileSync(file, 'start()\n')
  let left = times
  const makePlan = async (): Promise<Plan> => {
    const before = readFileSync(file, 'utf8')
    if (left > 0) writeFileSync(file, `${before}theirs(${left})\n`)
    left -= 1
    const after = `${before}mine()\n`
    const changes = [{ kind: 'edit' as const, path: 'app.ts', before, after }]
    const changeSet = { changes, notices: [], steps: [] }
    return { changeSet, rendered: {}, command: 'make:mine', answers: {} }
  }
  const wanted = { root, version: '0.1.0', dryRun: false, yes: true, output }
  return { file, carry: () => carryOutAnew(makePlan, wanted) }
}

test('a plan that was overtaken is made once more', async () => {
  const { file, carry } = appOvertaken(1)
  expect(await carry()).toMatchObject({ result: 'applied' })
  expect(readFileSync(file, 'utf8')).toBe('start()\ntheirs(1)\nmine()\n')
})

test('and not a second time', async () => {
  const { file, carry } = appOvertaken(2)
  await expect(carry()).rejects.toMatchObject({ code: 'change-conflicts' })
  expect(readFileSync(file, 'utf8')).toBe('start()\ntheirs(2)\ntheirs(1)\n')
})

test('a path that no plan can write is told at once', async () => {
  let plans = 0
  const makePlan = async (): Promise<Plan> => {
    plans += 1
    const changes = [{ kind: 'create' as const, path: '.git/mine', after: 'mine' }]
    const changeSet = { changes, notices: [], steps: [] }
    return { changeSet, rendered: {}, command: 'make:mine', answers: {} }
  }
  const root = scratchFolder('elif-anew-')
  const wanted = { root, version: '0.1.0', dryRun: false, yes: true, output }
  await expect(carryOutAnew(makePlan, wanted)).rejects.toMatchObject({ code: 'change-conflicts' })
  expect(plans).toBe(1)
})

const elif = (words: string[], cwd: string) =>
  mustRun(process.execPath, [join(checkout, 'bin/dev.ts'), ...words], { cwd })

test('two commands at the same time are both carried out', async () => {
  const cwd = scratchFolder('elif-both-')
  await elif(['new', 'shop', '--no-install', '--no-git'], cwd)
  const shop = join(cwd, 'shop')
  await Promise.all(['kites', 'piers'].map((name) => elif(['make:module', name], shop)))
  const app = readFileSync(join(shop, 'src/app.ts'), 'utf8')
  expect(app).toContain('http.register(kites.routes)')
  expect(app).toContain('http.register(piers.routes)')
})
