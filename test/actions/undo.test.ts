import { describe, expect, test } from 'vitest'

import { planMakeController } from '../../src/actions/make-controller.ts'
import { planMakeMigration } from '../../src/actions/make-migration.ts'
import { planMakeModule } from '../../src/actions/make-module.ts'
import { planMakeResource } from '../../src/actions/make-resource.ts'
import { planUndo } from '../../src/actions/undo.ts'
import { managedFiles } from '../../src/ledger/managed-files.ts'
import { readRuns } from '../../src/ledger/read-ledger.ts'
import type { Plan } from '../../src/recipe/plan.ts'
import { formatText } from '../../src/template/format-text.ts'
import { type AppWithRuns, appWithRuns, editIn, hour } from '../ledger/app-with-runs.ts'

/** Everything but the runs, which only grow. */
function treeOf(app: AppWithRuns): Record<string, string | undefined> {
  const paths = app.files().list()
  const kept = paths.filter((path) => !path.startsWith('.elif/runs/'))
  return Object.fromEntries(kept.map((path) => [path, app.read(path)]))
}

const commands: Record<string, (app: AppWithRuns) => Promise<Plan>> = {
  'make:module': (app) => planMakeModule({ files: app.files(), name: 'catalog' }),
  'make:controller': (app) => planMakeController({ files: app.files(), name: 'Status' }),
  'make:controller in a module': (app) =>
    planMakeController({ files: app.files(), name: 'PriceList', module: 'kites' }),
  'make:migration': (app) =>
    planMakeMigration({ files: app.files(), name: 'addStock', at: hour(10) }),
  'make:resource': (app) => planLine(app),
  'make:resource in a module': (app) => planLine(app, 'kites'),
}

const planLine = (app: AppWithRuns, module?: string, at = hour(10)) =>
  planMakeResource({ files: app.files(), name: 'Line', fields: ['length:integer'], module, at })

/** Undoes a run, the newest where none is named; answers what it leaves. */
async function undo(app: AppWithRuns, hours: number, run?: string) {
  const undone = await planUndo({ files: app.files(), run })
  app.land(undone.plan, hour(hours))
  return undone
}

const runNamed = (app: AppWithRuns, title: string) =>
  readRuns(app.files())
    .findLast(({ run }) => run.command === title)
    ?.path.replace(/^\.elif\/runs\/|\.json$/g, '') ?? ''

const managed = (app: AppWithRuns) => [...managedFiles(readRuns(app.files())).keys()]

describe('right after a run', () => {
  test.each(Object.entries(commands))('undo of %s leaves every byte as it was', async (_, plan) => {
    const app = await appWithRuns()
    const before = treeOf(app)
    const files = managed(app)
    app.land(await plan(app), hour(10))
    const { left } = await undo(app, 11)
    expect(treeOf(app)).toEqual(before)
    expect(managed(app)).toEqual(files)
    expect(left).toEqual([])
  })

  test.each(Object.entries(commands))('undo of the undo of %s brings it back', async (_, plan) => {
    const app = await appWithRuns()
    app.land(await plan(app), hour(10))
    const made = treeOf(app)
    const files = managed(app)
    const { run } = await undo(app, 11)
    await undo(app, 12, runNamed(app, `undo ${run.name}`))
    expect(treeOf(app)).toEqual(made)
    expect(managed(app)).toEqual(files)
    const before = treeOf(await appWithRuns())
    await undo(app, 13)
    expect(treeOf(app)).toEqual(before)
  })

  test('an undo of the undo of an undo that has left a file leaves no base of it', async () => {
    const app = await appWithRuns()
    app.land(await planLine(app), hour(10))
    editIn(app, 'src/modules/lines/line-policy.ts', 'export', '// Ours.\nexport')
    const { run } = await undo(app, 11)
    const undone = treeOf(app)
    await undo(app, 12, runNamed(app, `undo ${run.name}`))
    await undo(app, 13, readRuns(app.files()).at(-1)?.path)
    expect(treeOf(app)).toEqual(undone)
  })

  test.each(Object.entries(commands))('%s may be run again', async (_, plan) => {
    const app = await appWithRuns()
    app.land(await plan(app), hour(10))
    const made = treeOf(app)
    await undo(app, 11)
    app.land(await plan(app), hour(12))
    expect(treeOf(app)).toEqual(made)
  })

  test('lines that end with CRLF come back with CRLF', async () => {
    const app = await appWithRuns()
    for (const path of app.files().list()) {
      app.write(path, (app.read(path) ?? '').replaceAll('\n', '\r\n'))
    }
    const before = treeOf(app)
    app.land(await planLine(app, 'kites'), hour(10))
    await undo(app, 11)
    expect(treeOf(app)).toEqual(before)
  })
})

describe('after later changes', () => {
  test('takes the older of two runs out from between its neighbours', async () => {
    const app = await appWithRuns()
    app.land(await planLine(app), hour(10))
    const alone = await appWithRuns()
    await undo(alone, 9.5)
    alone.land(await planLine(alone), hour(10))
    await undo(app, 11, 'make:resource Kite')
    expect(treeOf(app)).toEqual(treeOf(alone))
  })

  test('takes the older of two resources of one module out', async () => {
    const app = await appWithRuns()
    app.land(await planMakeModule({ files: app.files(), name: 'shed' }), hour(10))
    const first = { name: 'Reel', fields: ['size:integer'], module: 'shed', at: hour(11) }
    app.land(await planMakeResource({ files: app.files(), ...first }), hour(11))
    const alone = await appWithRuns()
    alone.land(await planMakeModule({ files: alone.files(), name: 'shed' }), hour(10))
    app.land(await planLine(app, 'shed', hour(12)), hour(12))
    alone.land(await planLine(alone, 'shed', hour(12)), hour(12))
    await undo(app, 13, 'make:resource reel')
    expect(treeOf(app)).toEqual(treeOf(alone))
  })

  test('keeps what the owner has added around it', async () => {
    const app = await appWithRuns()
    const before = app.read('src/app.ts')
    app.land(await planLine(app), hour(10))
    editIn(
      app,
      'src/app.ts',
      'export function createApp',
      '/** Mine. */\nexport function createApp',
    )
    await undo(app, 11)
    expect(app.read('src/app.ts')).toBe(
      before?.replace('export function createApp', '/** Mine. */\nexport function createApp'),
    )
  })

  test('keeps a file that the owner has edited, and says so', async () => {
    const app = await appWithRuns()
    app.land(await planLine(app), hour(10))
    const path = 'src/modules/lines/line.ts'
    app.write(path, `${app.read(path)}export const mine = 1\n`)
    const { left } = await undo(app, 11)
    expect(left).toEqual([{ path, because: 'it was edited since and is its owner’s now' }])
    expect(app.read(path)).toContain('export const mine = 1')
    expect(app.read(`.elif/base/${path}.base`)).toBeUndefined()
    expect(managed(app)).not.toContain(path)
  })

  test('says what stays and would not compile without what goes', async () => {
    const app = await appWithRuns()
    app.land(await planLine(app), hour(10))
    const path = 'src/lengths.ts'
    app.write(path, "// mine\nimport { toLineReply } from '#app/modules/lines/line.ts'\n")
    const { left } = await undo(app, 11)
    const because = 'it names #app/modules/lines/line.ts, which goes, and does not compile without'
    expect(left).toEqual([{ path: `${path}:2`, because }])
  })

  test('takes a file away that only a formatter has changed', async () => {
    const app = await appWithRuns()
    app.land(await planLine(app), hour(10))
    const path = 'src/modules/lines/line.ts'
    app.write('.prettierrc.json', '{ "semi": true, "singleQuote": false }')
    app.write(path, await formatText(path, app.read(path) ?? '', { semi: true }))
    const { left } = await undo(app, 11)
    expect([app.read(path), left]).toEqual([undefined, []])
  })

  test('puts the base back that an older run rendered', async () => {
    const app = await appWithRuns()
    const path = 'src/modules/kites/kite.ts'
    const [text = '', base] = [app.read(path), app.read(`.elif/base/${path}.base`)]
    const after = `${text}export const more = 1\n`
    app.land(
      {
        changeSet: {
          changes: [{ kind: 'edit', path, before: text, after }],
          notices: [],
          steps: [],
        },
        rendered: { [path]: after },
        command: 'upgrade',
        answers: {},
      },
      hour(10),
    )
    editIn(app, path, 'export', '// mine\nexport')
    await undo(app, 11)
    expect(app.read(path)).toBe(text.replace('export', '// mine\nexport'))
    expect(app.read(`.elif/base/${path}.base`)).toBe(base)
  })

  test('follows a file that the owner has moved', async () => {
    const app = await appWithRuns()
    app.land(await planLine(app), hour(10))
    const path = 'src/modules/lines/line-policy.ts'
    app.write('src/policies/line-policy.ts', app.read(path) ?? '')
    app.remove(path)
    await undo(app, 11)
    expect(app.read('src/policies/line-policy.ts')).toBeUndefined()
  })

  test('changes nothing where the owner has edited the very lines, and shows them', async () => {
    const app = await appWithRuns()
    app.land(await planLine(app), hour(10))
    editIn(app, 'src/app.ts', 'createLinesModule(platform)', 'createLinesModule(platform, 7)')
    const edited = treeOf(app)
    const fault = await undo(app, 11).catch((error: unknown) => error)
    expect(fault).toMatchObject({ code: 'undo-conflicts' })
    expect(String(fault)).toMatch(
      /^ {2}src\/app\.ts:\d+$[^]*^ {4}it is now:\n {8}const lines = createLinesModule\(platform, 7\)$/m,
    )
    expect(treeOf(app)).toEqual(edited)
  })

  test('does nothing to a schema file that a rollback has written anew', async () => {
    const app = await appWithRuns()
    app.land(await planLine(app), hour(10))
    const anew = '// Written by elif migrate.\nexport interface DB {}\n'
    app.write('database/schema.ts', anew)
    const { left } = await undo(app, 11)
    expect([app.read('database/schema.ts'), left]).toEqual([anew, []])
  })

  test('leaves to migrate what else the schema file says of its table', async () => {
    const app = await appWithRuns()
    app.land(await planLine(app), hour(10))
    editIn(app, 'database/schema.ts', 'length: number', 'length: string')
    editIn(app, 'database/schema.ts', 'lines: Lines', 'lines: Lines | string')
    const now = app.read('database/schema.ts')
    const { left } = await undo(app, 11)
    const because = './elif migrate writes it anew'
    expect(left).toEqual([{ path: 'database/schema.ts', because }])
    expect(app.read('database/schema.ts')).toBe(now)
  })
})

describe('refuses', () => {
  test('to undo the run that made the app', async () => {
    const app = await appWithRuns()
    await undo(app, 10)
    await expect(undo(app, 11)).rejects.toMatchObject({ code: 'undo-of-new' })
  })

  test('a run that later ones build upon, and names them, the newest first', async () => {
    const app = await appWithRuns()
    app.land(await planLine(app, 'kites'), hour(10))
    const fault = await undo(app, 11, 'make:resource Kite').catch((error: unknown) => error)
    expect(fault).toMatchObject({
      code: 'undo-built-upon',
      message: `Later runs build upon make:resource Kite:\n  ${runNamed(app, 'make:resource Line')}  make:resource Line`,
    })
    await undo(app, 12)
    await undo(app, 13)
    expect(readRuns(app.files())).toHaveLength(5)
  })

  test('a run that is undone, and says how to have it back', async () => {
    const app = await appWithRuns()
    const { run } = await undo(app, 10)
    await expect(undo(app, 11, run.name)).rejects.toMatchObject({
      code: 'undo-done-already',
      hint: `To have it back, undo the undo: ./elif undo ${runNamed(app, `undo ${run.name}`)}`,
    })
    await expect(undo(app, 11, run.title)).rejects.toMatchObject({ code: 'undo-done-already' })
  })

  test('to bring back what was made once more meanwhile', async () => {
    const app = await appWithRuns()
    app.land(await planLine(app), hour(10))
    const { run } = await undo(app, 11)
    app.land(await planLine(app, undefined, hour(12)), hour(12))
    await expect(undo(app, 13, runNamed(app, `undo ${run.name}`))).rejects.toMatchObject({
      code: 'undo-built-upon',
    })
  })

  test('a run of an elif that kept no texts', async () => {
    const app = await appWithRuns()
    const name = runNamed(app, 'make:resource Kite')
    app.remove(`.elif/runs/${name}.diff`)
    await expect(undo(app, 10)).rejects.toMatchObject({ code: 'undo-unrecorded' })
    app.land(await commands['make:migration']!(app), hour(11))
    app.remove(`.elif/runs/${runNamed(app, 'make:migration add-stock')}.diff`)
    await undo(app, 12)
  })

  test('a name that fits several runs, and lists them', async () => {
    const app = await appWithRuns()
    const names = ['new shop', 'make:resource Kite'].map((title) => runNamed(app, title))
    await expect(undo(app, 10, '20261120T')).rejects.toThrow(
      `20261120T may be any of these runs:\n  ${names[0]}  new shop\n  ${names[1]}  make:resource Kite`,
    )
    await expect(undo(app, 10, 'make:resource Knife')).rejects.toMatchObject({
      code: 'undo-run-unknown',
    })
  })
})
