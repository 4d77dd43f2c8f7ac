import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

import { describe, expect, test } from 'vitest'

import { planMakeController } from '../../src/actions/make-controller.ts'
import { planUndo } from '../../src/actions/undo.ts'
import { explain } from '../../src/actions/why.ts'
import { whyText } from '../../src/terminal/why-text.ts'
import { addLine, appWithRuns, editIn, hour, type AppWithRuns } from '../ledger/app-with-runs.ts'

const root = join('/', 'home', 'shop')
const why = (app: AppWithRuns, typed: string, folder = root) =>
  explain({ app: { root, files: app.files() }, folder, typed })
const said = async (app: AppWithRuns, typed: string) =>
  stripVTControlCharacters(whyText(await why(app, typed)))

const module = 'src/modules/kites/kites-module.ts'
const policy = 'src/modules/kites/kite-policy.ts'
const kite = "./elif make:resource Kite name:string 'tail:text?' --module kites"
const line = './elif make:resource Line length:integer --module kites'

/** A place in a file by the text of its first line that holds it. */
function at(app: AppWithRuns, path: string, text: string) {
  const lines = (app.read(path) ?? '').split('\n')
  const number = lines.findIndex((each) => each.includes(text)) + 1
  if (number === 0) throw new Error(`${path} does not hold ${text}`)
  return { typed: `${path}:${number}`, number }
}

async function whose(app: AppWithRuns, path: string, text: string) {
  const { line: found } = await why(app, at(app, path, text).typed)
  const by = found?.by.map(({ title }) => title)
  return { whose: found?.whose, by, ...(found?.region && { region: found.region }) }
}

describe('a file', () => {
  test('is not told of runs that are undone, and not elif’s when its run is', async () => {
    const app = await appWithRuns()
    app.land(await planMakeController({ files: app.files(), name: 'Status' }), hour(10))
    const path = 'src/modules/status/status-controller.ts'
    editIn(app, path, 'export', '// mine\nexport')
    app.land((await planUndo({ files: app.files() })).plan, hour(11))
    expect((await why(app, 'src/app.ts')).edits.map(({ title }) => title)).toEqual([
      'make:resource Kite',
    ])
    expect((await why(app, path)).state).toBe('unmanaged')
  })

  test('is told with the runs that made and edited it', async () => {
    const app = await appWithRuns()
    await addLine(app, 10)
    expect(await said(app, module)).toBe(`${module}
  made by    ${kite}  (2026-11-20 09:00 UTC, elif 0.1.0)
  edited by  ${line}  (2026-11-20 10:00 UTC, elif 0.1.0)  in elif:resources, elif:routes
  As the newest of these runs left it.`)
  })

  test('that was edited before and after a run is told so', async () => {
    const app = await appWithRuns()
    editIn(app, module, 'export', '// Ours.\nexport')
    await addLine(app, 10)
    editIn(app, module, '// Ours.\n', '// Ours!\n')
    expect((await said(app, module)).split('\n').slice(-2)).toEqual([
      '  Edited since by somebody else.',
      '  It may have been edited between these runs as well.',
    ])
  })

  test('that was moved is known where it lies and where it lay', async () => {
    const app = await appWithRuns()
    app.write('src/policies/kites.ts', app.read(policy) ?? '')
    app.remove(policy)
    const expected = `src/policies/kites.ts (elif wrote it as ${policy})
  made by    ${kite}  (2026-11-20 09:00 UTC, elif 0.1.0)
  Moved since; its text is the same.`
    expect(await said(app, policy)).toBe(expected)
    expect(await said(app, 'src/policies/kites.ts')).toBe(expected)
  })

  test('of the owner is the owner’s', async () => {
    const app = await appWithRuns()
    app.write('src/mine.ts', 'export {}\n')
    expect(await said(app, 'src/mine.ts')).toBe(
      'src/mine.ts\n  No run of elif has written it: it is yours.',
    )
  })

  test('that is generated is nobody’s edit', async () => {
    const app = await appWithRuns()
    app.write('database/schema.ts', 'export interface DB {}\n')
    expect((await why(app, 'database/schema.ts:1')).line).toMatchObject({ whose: 'generated' })
  })

  test('that never was is an error', async () => {
    const unknown = expect.objectContaining({ code: 'ledger-path-unknown' })
    await expect(why(await appWithRuns(), 'src/nothing.ts')).rejects.toThrow(unknown)
  })
})

describe('a line', () => {
  test('is elif’s as long as nobody else has edited the file, later entries included', async () => {
    const app = await appWithRuns()
    await addLine(app, 10)
    expect(await whose(app, module, 'createKitesModule')).toEqual({
      whose: 'elif',
      by: ['make:resource Kite'],
    })
    expect(await whose(app, module, 'createLineService({')).toEqual({
      whose: 'elif',
      by: ['make:resource Line'],
      region: 'elif:resources',
    })
  })

  test('that was rendered stays elif’s in an edited file, and the others are the owner’s', async () => {
    const app = await appWithRuns()
    editIn(app, policy, 'export', '// Ours.\nexport')
    expect(await whose(app, policy, '// Ours.')).toEqual({ whose: 'owner', by: [] })
    expect(await whose(app, policy, 'export')).toMatchObject({ whose: 'elif' })
  })

  test('in a file that both have edited is told to be one of theirs', async () => {
    const app = await appWithRuns()
    await addLine(app, 10)
    editIn(app, module, 'export', '// Ours.\nexport')
    expect(await whose(app, module, '// Ours.')).toEqual({
      whose: 'unsure',
      by: ['make:resource Line'],
    })
    const { typed, number } = at(app, module, 'createLineService({')
    expect((await said(app, typed)).split('\n').slice(-3)).toEqual([
      `Line ${number}, in the region elif:resources:`,
      '  const lines = createLineService({ lines: createLineRepository(database), clock })',
      'It was written by its owner or by elif (make:resource Line).',
    ])
  })

  test('inside a custom region that was not rendered can only be the owner’s', async () => {
    const app = await appWithRuns()
    const custom = '// #region custom:mine\n// Ours.\n// #endregion custom:mine\n'
    editIn(app, module, 'export', `${custom}export`)
    await addLine(app, 10)
    expect(await whose(app, module, '// Ours.')).toEqual({
      whose: 'owner',
      by: [],
      region: 'custom:mine',
    })
  })

  test('may be typed as editors copy it, where one stands', async () => {
    const app = await appWithRuns()
    const found = await why(app, 'kites/kite-policy.ts:1:5', join(root, 'src', 'modules'))
    expect([found.path, found.line?.number]).toEqual([policy, 1])
  })

  test('that a file does not have is an error', async () => {
    const missing = expect.objectContaining({ code: 'ledger-line-missing' })
    await expect(why(await appWithRuns(), `${policy}:4000`)).rejects.toThrow(missing)
    await expect(why(await appWithRuns(), `${policy}:0`)).rejects.toThrow(missing)
    await expect(why(await appWithRuns(), 'database/migrations/.gitkeep:1')).rejects.toThrow(
      expect.objectContaining({
        hint: 'Ask for the file: ./elif why database/migrations/.gitkeep',
      }),
    )
  })
})
