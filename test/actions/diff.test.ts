import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

import { expect, test } from 'vitest'

import { diffOfMine } from '../../src/actions/diff.ts'
import type { Files } from '../../src/files/files.ts'
import { ownDiffRemarks, ownDiffText } from '../../src/terminal/own-diff-text.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { addLine, appWithRuns, editIn } from '../ledger/app-with-runs.ts'

const root = join('/', 'home', 'shop')
const reportOf = (files: Files, paths: string[] = []) =>
  diffOfMine({ app: { root, files }, folder: root, paths })
const pathsIn = async (files: Files) => (await reportOf(files)).files.map(({ path }) => path)

const service = 'src/modules/kites/kite-service.ts'
const module = 'src/modules/kites/kites-module.ts'

test('nothing is changed where only elif has been', async () => {
  const app = await appWithRuns()
  await addLine(app, 10)
  app.write('database/schema.ts', 'export interface DB {}\n')
  expect(await reportOf(app.files())).toEqual({ files: [], damaged: [] })
})

test('what an owner has edited is a diff that git can read', async () => {
  const app = await appWithRuns()
  editIn(app, service, '    // #region custom:kite\n', '    // #region custom:kite\n    fly: 1,\n')
  const report = await reportOf(app.files())
  expect(stripVTControlCharacters(ownDiffText(report) ?? '')).toMatch(
    /^--- a\/src\/modules\/kites\/kite-service\.ts\n\+\+\+ b\/src\/modules\/kites\/kite-service\.ts\n@@ -\d+,6 \+\d+,7 @@\n(?: .*\n){3}\+    fly: 1,\n(?: .*\n?){3}$/,
  )
  expect(ownDiffRemarks(report)).toEqual([])
})

test('only what was asked for is shown', async () => {
  const app = await appWithRuns()
  editIn(app, service, 'export', '// Ours.\nexport')
  expect((await reportOf(app.files(), ['src/config.ts'])).files).toEqual([])
  expect((await reportOf(app.files(), ['src/modules'])).files).toHaveLength(1)
})

test('a file that is gone is taken away whole, and a moved one is not changed', async () => {
  const app = await appWithRuns()
  app.write('src/service.ts', app.read(service) ?? '')
  app.remove(service)
  app.remove('src/config.ts')
  const report = await reportOf(app.files())
  expect(report.files.map(({ path }) => path)).toEqual(['src/config.ts'])
  expect(stripVTControlCharacters(ownDiffText(report) ?? '')).toMatch(
    /^--- a\/src\/config\.ts\n\+\+\+ \/dev\/null\n@@ -1,\d+ \+0,0 @@\n(?:-.*\n?)+$/,
  )
})

test('an edit is found behind a later run, whose entries are told apart in words', async () => {
  const app = await appWithRuns()
  editIn(app, module, 'export', '// Ours.\nexport')
  await addLine(app, 10)
  const report = await reportOf(app.files())
  expect(report.files.map(({ path }) => path)).toEqual([module])
  expect(ownDiffText(report)).toContain('+// Ours.')
  expect(ownDiffRemarks(report)).toEqual([
    `${module}: the entries of elif (make:resource Line) are in its diff too.`,
  ])
})

test('a base is compared as the settings of today lay it out', async () => {
  const app = await appWithRuns()
  app.write('.prettierrc.json', '{ "semi": true, "singleQuote": true, "printWidth": 100 }\n')
  editIn(app, 'src/config.ts', 'export', '// Ours.\nexport')
  const { formattedBase } = await import('../../src/ledger/formatted-base.ts')
  for (const path of [service, 'src/platform.ts']) {
    app.write(path, (await formattedBase(app.files(), path)) ?? '')
  }
  expect(await pathsIn(app.files())).toEqual(['.prettierrc.json', 'src/config.ts'])
  expect(app.read(service)).toContain(';\n')
})

test('line ends are no change', async () => {
  const app = await appWithRuns()
  editIn(app, service, 'export', '// Ours.\nexport')
  const files = app.files()
  const texts = files.list().map((path) => [path, files.read(path)?.replaceAll('\n', '\r\n')])
  expect((await reportOf(memoryFiles(Object.fromEntries(texts)))).files).toEqual(
    (await reportOf(files)).files,
  )
})

test('a file without a base is left out, and that is said', async () => {
  const app = await appWithRuns()
  app.remove(`.elif/base/${service}.base`)
  editIn(app, service, 'export', '// Ours.\nexport')
  expect(ownDiffRemarks(await reportOf(app.files()))).toEqual([
    `${service} is left out: elif never rendered it whole, or its base is gone from .elif/base.`,
  ])
})
