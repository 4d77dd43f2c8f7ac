import { stripVTControlCharacters } from 'node:util'

import { expect, test } from 'vitest'

import { planAddRoute } from '../../src/actions/add-route.ts'
import { planMakeController } from '../../src/actions/make-controller.ts'
import { planUndo } from '../../src/actions/undo.ts'
import { readHistory } from '../../src/actions/history.ts'
import { historyText } from '../../src/terminal/history-text.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { addLine, appWithRuns, hour } from '../ledger/app-with-runs.ts'

/** The end of a name is chance. */
const said = (files: Parameters<typeof readHistory>[0], all = false) =>
  stripVTControlCharacters(historyText(readHistory(files), all)).replaceAll(
    /(\d{8}T\d{6})-[0-9a-f]{12}/g,
    '$1-x',
  )

test('lists the runs with their commands as they could be typed again, the newest last', async () => {
  const app = await appWithRuns()
  await addLine(app, 10)
  app.write('src/app.ts', 'export const app = "rewritten"\n')
  app.land(await planMakeController({ files: app.files(), name: 'Status' }), hour(11))
  const made = readHistory(app.files()).runs[0]?.files.length
  expect(said(app.files())).toBe(`2026-11-20 08:00 UTC  ./elif new shop
  20261120T080000-x, elif 0.1.0, made ${made} files

2026-11-20 09:00 UTC  ./elif make:resource Kite name:string 'tail:text?' --module kites
  20261120T090000-x, elif 0.1.0, made 9, edited 2 files

2026-11-20 10:00 UTC  ./elif make:resource Line length:integer --module kites
  20261120T100000-x, elif 0.1.0, made 8, edited 2 files

2026-11-20 11:00 UTC  ./elif make:controller Status --module status
  20261120T110000-x, elif 0.1.0, made 3 files
  left to you in src/app.ts: There is no region elif:modules (found: none).`)
})

test('tells the name that a route was given', async () => {
  const app = await appWithRuns()
  const route = { method: 'POST', path: '/kites/:id/mend', name: 'mendKite' }
  app.land(await planAddRoute({ files: app.files(), ...route }), hour(10))
  expect(readHistory(app.files()).runs.at(-1)?.command).toBe(
    'route:add POST /kites/:id/mend --module kites --name mendKite',
  )
})

test('tells which runs are undone, and by which', async () => {
  const app = await appWithRuns()
  const { plan, run } = await planUndo({ files: app.files() })
  app.land(plan, hour(10))
  const [, undone, undo] = readHistory(app.files()).runs
  expect([undone?.undoneBy, undo?.undoes]).toEqual([undo?.name, run])
  expect(said(app.files()).split('\n\n').slice(1)).toEqual([
    `2026-11-20 09:00 UTC  ./elif make:resource Kite name:string 'tail:text?' --module kites
  20261120T090000-x, elif 0.1.0, made 9, edited 2 files
  undone by 20261120T100000-x`,
    `2026-11-20 10:00 UTC  ./elif undo 20261120T090000-x
  20261120T100000-x, elif 0.1.0, edited 2, deleted 9 files
  takes back make:resource Kite`,
  ])
})

test('names each file when all is asked for', async () => {
  const app = await appWithRuns()
  const [, kite = ''] = said(app.files(), true).split('\n\n')
  expect(kite.split('\n').slice(2, 6)).toEqual([
    '    made     database/migrations/20261120T090000-create-kites.ts',
    '    edited   database/schema.ts',
    '    edited   src/app.ts',
    '    made     src/modules/kites/kite-controller.ts',
  ])
})

test('skips a damaged record and says which it is', async () => {
  const app = await appWithRuns()
  app.write('.elif/runs/20261120T100000-000000000000.json', '<<<<<<< HEAD\n')
  const { runs, damaged } = readHistory(app.files())
  expect(runs.map(({ command }) => command)).toEqual([
    'new shop',
    "make:resource Kite name:string 'tail:text?' --module kites",
  ])
  expect(damaged.map(({ path }) => path)).toEqual(['.elif/runs/20261120T100000-000000000000.json'])
})

test('says so when there is none', () => {
  expect(said(memoryFiles({}))).toBe('No run of elif is recorded here.')
})
