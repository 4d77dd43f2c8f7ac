import { expect, test } from 'vitest'

import { circles, loadedBy } from './load-graph.ts'
import { readModule } from './read-module.ts'
import {
  doorRule,
  floorRule,
  lengthFigures,
  lengthRule,
  nameRule,
  recipeRule,
  useRule,
} from './rules.ts'

test('an import from a floor above is a breach, from below is none', () => {
  const text = [
    `import { a } from '../errors/a.ts'`,
    `import { b } from '../actions/b.ts'`,
    `export type C = import('../cli/c.ts').C`,
    `export const d = () => import('../recipe/d.ts')`,
    '',
  ].join('\n')

  expect(floorRule(readModule('src/source/edit.ts', text))).toEqual([
    'src/source/edit.ts:2 source may not import src/actions/b.ts',
    'src/source/edit.ts:3 source may not import src/cli/c.ts',
    'src/source/edit.ts:4 source may not import src/recipe/d.ts',
  ])
})

test('an import that only looks like one is none', () => {
  const text = `// import '../actions/a.ts'\nexport const text = "import '../actions/a.ts'"\n`
  expect(floorRule(readModule('src/source/edit.ts', text))).toEqual([])
})

test('re-exporting is importing', () => {
  const text = `export const own = 1\nexport { plan } from '../actions/plan.ts'\n`
  expect(floorRule(readModule('src/text/lines.ts', text))).toEqual([
    'src/text/lines.ts:2 text may not import src/actions/plan.ts',
  ])
})

test('a terminal knows types of the other rooms and nothing more', () => {
  const text = `import type { Plan } from '../recipe/plan.ts'\nimport { run } from '../recipe/run.ts'\n`
  expect(floorRule(readModule('src/terminal/plan-view.ts', text))).toEqual([
    'src/terminal/plan-view.ts:2 terminal may not import src/recipe/run.ts',
  ])
})

test('a room that the law does not name is a breach', () => {
  expect(floorRule(readModule('src/shiny/thing.ts', 'export const a = 1\n'))).toEqual([
    'src/shiny/thing.ts:1 lies in "shiny", a room the law does not name',
  ])
})

test('nothing may reach out of src', () => {
  const text = `import { serve } from '../../bin/serve.ts'\n`
  expect(floorRule(readModule('src/cli/start.ts', text))).toEqual([
    'src/cli/start.ts:1 cli may not import bin/serve.ts',
  ])
})

test('a library is named behind its own door only, even as a type and even late', () => {
  const text = `import type { Pool } from 'pg'\nexport const load = () => import('prettier/standalone')\n`
  expect(doorRule(readModule('src/database/pool.ts', text))).toEqual([
    'src/database/pool.ts:2 prettier belongs to template, not database',
  ])
  expect(doorRule(readModule('src/actions/pool.ts', text))).toEqual([
    'src/actions/pool.ts:1 pg belongs to database, not actions',
    'src/actions/pool.ts:2 prettier belongs to template, not actions',
  ])
})

test('a library nobody decided on has no door', () => {
  const text = `import { chunk } from 'lodash'\nimport { join } from 'node:path'\n`
  expect(doorRule(readModule('src/text/lines.ts', text))).toEqual([
    'src/text/lines.ts:1 lodash belongs to no room yet, not text',
  ])
})

test('a recipe imports only its kit', () => {
  const text = `import { render } from '../../src/recipe/kit.ts'\nimport { join } from 'node:path'\n`
  expect(recipeRule(readModule('templates/cache/recipe.ts', text))).toEqual([
    'templates/cache/recipe.ts:2 a recipe may not import node:path',
  ])
})

test('printing and exiting belong to cli and bin, any to nobody', () => {
  const text = `console.log('a')\nprocess.exit(1)\nexport let a: any\n`
  expect(useRule(readModule('src/actions/a.ts', text))).toEqual([
    'src/actions/a.ts:1 uses console',
    'src/actions/a.ts:2 uses process.exit',
    'src/actions/a.ts:3 uses any',
  ])
  expect(useRule(readModule('src/cli/a.ts', text))).toEqual(['src/cli/a.ts:3 uses any'])
})

test('a barrel and a name that says nothing are breaches', () => {
  expect(nameRule(readModule('src/text/utils.ts', `export { a } from './a.ts'\n`))).toEqual([
    'src/text/utils.ts:1 has a name that says nothing',
    'src/text/utils.ts:1 only hands on what others export',
  ])
  expect(useRule(readModule('src/text/all.ts', `export * from './a.ts'\n`))).toEqual([
    'src/text/all.ts:1 uses export *',
  ])
})

const lines = (count: number) => `export const a = 1${'\n'.repeat(count)}`

test('lengths are counted in lines', () => {
  expect(lengthRule(readModule('src/text/a.ts', lines(250)))).toEqual([])
  expect(lengthRule(readModule('src/text/a.ts', lines(251)))).toEqual([
    'src/text/a.ts:250 is 251 lines long',
  ])
  expect(lengthRule(readModule('commands/new.ts', lines(60)))).toEqual([
    'commands/new.ts:59 is 60 lines long',
  ])
  const all = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((count) =>
    readModule(`src/text/${count}.ts`, lines(count)),
  )
  expect(lengthFigures(all)).toEqual({ median: 60, nineInTen: 100 })
})

test('what a module loads at once is found through others, what it loads late is not', () => {
  const modules = new Map(
    [
      readModule(
        'commands/new.ts',
        `import '../src/cli/a.ts'\nimport type {} from '../src/cli/b.ts'\n`,
      ),
      readModule('src/cli/a.ts', `import 'execa'\nexport const late = () => import('pg')\n`),
      readModule('src/cli/b.ts', `import 'chokidar'\n`),
    ].map((module) => [module.path, module] as const),
  )
  expect(loadedBy('commands/new.ts', modules)).toEqual(
    new Map([
      ['commands/new.ts', ['commands/new.ts']],
      ['src/cli/a.ts', ['commands/new.ts', 'src/cli/a.ts']],
      ['execa', ['commands/new.ts', 'src/cli/a.ts', 'execa']],
    ]),
  )
})

test('circles among rooms are found once each', () => {
  const edges = new Map([
    ['text', new Set(['errors'])],
    ['errors', new Set(['fields'])],
    ['fields', new Set(['text'])],
    ['files', new Set(['text'])],
  ])
  expect(circles(edges)).toEqual(['errors -> fields -> text'])
})
