import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

import { describe, expect, test } from 'vitest'

import { reportFiles } from '../../src/actions/status.ts'
import type { Files } from '../../src/files/files.ts'
import { statusText } from '../../src/terminal/status-text.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { addLine, appWithRuns, editIn } from '../ledger/app-with-runs.ts'

const root = join('/', 'home', 'shop')
const statusOf = (files: Files, { paths = [] as string[], folder = root, all = false } = {}) =>
  reportFiles({ app: { root, files }, folder, paths, all })
const changed = (files: Files) =>
  statusOf(files).files.filter(({ state }) => state !== 'untouched' && state !== 'generated')

const service = 'src/modules/kites/kite-service.ts'
const policy = 'src/modules/kites/kite-policy.ts'

describe('the status of an app', () => {
  test('is untouched where nobody but elif has been, however often elif has', async () => {
    const app = await appWithRuns()
    await addLine(app, 10)
    expect(changed(app.files())).toEqual([])
    expect(statusOf(app.files()).whole).toBe(true)
  })

  test('is the same in a checkout with CRLF', async () => {
    const files = (await appWithRuns()).files()
    const texts = files.list().map((path) => [path, files.read(path)?.replaceAll('\n', '\r\n')])
    expect(changed(memoryFiles(Object.fromEntries(texts)))).toEqual([])
  })

  test('tells what its owner has edited and moved, which leaves it whole', async () => {
    const app = await appWithRuns()
    editIn(app, service, 'export', '// Ours.\nexport')
    app.write('src/policies/kites.ts', app.read(policy) ?? '')
    app.remove(policy)
    expect(changed(app.files())).toEqual([
      { path: policy, state: 'moved', to: 'src/policies/kites.ts' },
      { path: service, state: 'edited' },
    ])
    expect(statusOf(app.files()).whole).toBe(true)
  })

  test('is not whole when a file is missing', async () => {
    const app = await appWithRuns()
    app.remove(policy)
    app.remove('database/migrations/.gitkeep')
    app.write('src/.gitkeep', '')
    expect(changed(app.files())).toEqual([
      { path: 'database/migrations/.gitkeep', state: 'missing' },
      { path: policy, state: 'missing' },
    ])
    expect(statusOf(app.files()).whole).toBe(false)
  })

  test('is not whole when a record is damaged', async () => {
    const app = await appWithRuns()
    app.write('.elif/runs/20261120T100000-000000000000.json', '{}')
    expect(changed(app.files())).toEqual([])
    expect(statusOf(app.files()).whole).toBe(false)
  })

  test('calls nobody the author of what a migration writes', async () => {
    const app = await appWithRuns()
    app.write('database/schema.ts', 'export interface DB {}\n')
    expect(statusOf(app.files(), { paths: ['database/schema.ts'] }).files).toEqual([
      { path: 'database/schema.ts', state: 'generated' },
    ])
  })

  test('counts from the newest run that wrote a file', async () => {
    const app = await appWithRuns()
    editIn(app, 'src/modules/kites/kites-module.ts', 'export', '// Ours.\nexport')
    await addLine(app, 10)
    expect(changed(app.files())).toEqual([])
  })
})

describe('what is asked for', () => {
  test('is a file or a folder, as it is typed where one stands', async () => {
    const files = (await appWithRuns()).files()
    const folder = join(root, 'src', 'modules')
    const paths = (typed: string) =>
      statusOf(files, { paths: [typed], folder }).files.map(({ path }) => path)
    expect(paths('kites/kite.ts')).toEqual(['src/modules/kites/kite.ts'])
    expect(paths('../config.ts')).toEqual(['src/config.ts'])
    expect(paths('kites')).toHaveLength(8)
    expect(paths('../..')).toHaveLength(statusOf(files).files.length)
  })

  test('must be there, or have been', async () => {
    const files = (await appWithRuns()).files()
    const unknown = expect.objectContaining({ code: 'ledger-path-unknown' })
    const outside = expect.objectContaining({ code: 'path-outside' })
    expect(() => statusOf(files, { paths: ['src/kite'] })).toThrow(unknown)
    expect(() => statusOf(files, { paths: ['../other'] })).toThrow(outside)
  })

  test('may be the files of the owner too', async () => {
    const app = await appWithRuns()
    app.write('src/mine.ts', 'export {}\n')
    app.write('src/moved.ts', app.read(policy) ?? '')
    app.remove(policy)
    const { files } = statusOf(app.files(), { paths: ['src'], all: true })
    expect(files.filter(({ state }) => state !== 'untouched')).toEqual([
      { path: policy, state: 'moved', to: 'src/moved.ts' },
      { path: 'src/mine.ts', state: 'unmanaged' },
    ])
  })
})

test('lists what is not as elif left it, then counts', async () => {
  const app = await appWithRuns()
  app.remove(policy)
  editIn(app, service, 'export', '// Ours.\nexport')
  const { files } = statusOf(app.files())
  expect(stripVTControlCharacters(statusText({ files }, false))).toBe(`  missing    ${policy}
  edited     ${service}

${files.length - 3} untouched, 1 edited, 1 missing, 1 generated.`)
})
