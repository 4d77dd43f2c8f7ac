import { expect, test } from 'vitest'

import { checkApp } from '../../src/actions/check.ts'
import { elifError } from '../../src/errors/elif-error.ts'
import type { Files } from '../../src/files/files.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { lineIn, shopFiles } from './shop.ts'

const app = 'src/app.ts'
const run = {
  format: 1,
  command: 'elif new shop',
  answers: {},
  version: '0.1.0',
  at: '2026-11-20T10:15:00.000Z',
  files: [{ path: 'src/gone.ts', action: 'create', hash: 'abc' }],
  notices: [],
}
const record = '.elif/runs/20261120T101500-4f1c2a9be0d3.json'
const healthy = { ...shopFiles(), [record]: JSON.stringify(run) }

const findingsOf = async (files: Files) =>
  (await checkApp(files)).findings.map(({ severity, code, at: { path, line, column } }) =>
    [`${severity} ${code} ${path}`, line, column].filter(Boolean).join(':'),
  )

const journal = '.elif/local/journal/a.open.json'

test.each([
  [
    'of an interrupted run',
    '{"version":2,"id":"a","command":"new","folders":[],"writes":[]}',
    'warning run-interrupted',
  ],
  ['cut off', '{"version":2,"id":"a","comm', 'error journal-unreadable'],
  ['empty', '', 'error journal-unreadable'],
  ['of another shape', '{"version":2,"id":"../a"}', 'error journal-unreadable'],
  ['of another version', '{"version":3}', 'error journal-foreign'],
])('finds a journal %s', async (_, text, finds) => {
  expect(await findingsOf(memoryFiles({ ...healthy, [journal]: text }))).toEqual([
    `${finds} ${journal}`,
  ])
})

test('finds nothing in a healthy app, not even that a file of a run is gone', async () => {
  expect(await checkApp(memoryFiles(healthy))).toEqual({ healthy: true, findings: [] })
})

test.each([
  [
    'a source that does not parse',
    app,
    /^export function createApp/m,
    'const = 1\n$&',
    `source-broken src/app.ts:${lineIn(app, 'export function createApp')}:7`,
  ],
  ['a package.json that is none', 'package.json', '{', '[', 'source-broken package.json'],
  [
    'a region without an end',
    app,
    /.*#endregion elif:modules\n/,
    '',
    `region-unclosed src/app.ts:${lineIn(app, '#region elif:modules')}:3`,
  ],
  ['a region in a workflow', 'ci.yml', '', '# #region elif:jobs\n', 'region-unclosed ci.yml:1:1'],
  ['a run record that is none', record, '{', '<<<<<<< mine\n{', `run-record-unreadable ${record}`],
  [
    'a module that is not mounted',
    app,
    /.*kites\.routes.*\n/,
    '',
    'module-not-registered src/modules/kites/kites-module.ts',
  ],
  [
    'a framework that imports a module',
    'src/framework/clock/clock.ts',
    /^/,
    "import '#app/modules/kites/kite-policy.ts'\n",
    'framework-imports-module src/framework/clock/clock.ts:1',
  ],
])('finds %s, once', async (_, path, from, to, finds) => {
  const files: Record<string, string> = { ...healthy }
  files[path] = (files[path] ?? '').replace(from, to)
  expect(await findingsOf(memoryFiles(files))).toEqual([`error ${finds}`])
})

const oldRegion = (name: string) =>
  `// <<<ELIF:BEGIN agent-editable:${name}>>>\n// <<<ELIF:END agent-editable:${name}>>>\n`

test('markers of an earlier elif are listed once for a file, and no fault', async () => {
  const files = { ...healthy, 'src/old.ts': oldRegion('prices') + oldRegion('taxes') }
  const { healthy: isHealthy, findings } = await checkApp(memoryFiles(files))
  expect(isHealthy).toBe(true)
  expect(findings).toMatchObject([
    {
      code: 'region-old-style',
      severity: 'info',
      at: { path: 'src/old.ts', line: 1, column: 1 },
      says: 'The region custom:prices and 1 more in this file are marked as an earlier elif did.',
    },
  ])
})

test('what cannot be read is a finding at its file, and the others are judged', async () => {
  const base = '.elif/base/src/app.ts.base'
  const files = memoryFiles({ ...healthy, 'public/old.css': '', [base]: '', 'bad.json': '' })
  const unread = new Set(['public/old.css', base])
  const read = (path: string) => {
    if (unread.has(path))
      throw elifError('file-encoding', { path }, { at: { path: `/disk/${path}` } })
    return files.read(path)
  }
  expect(await findingsOf({ ...files, read })).toEqual([
    `error file-encoding ${base}`,
    'error source-broken bad.json',
    'error file-encoding public/old.css',
  ])
})

test('comments and commas at the end are no fault in a tsconfig', async () => {
  const files = { ...healthy, 'web/tsconfig.json': '{\n  // strict\n  "a": [1,],\n}\n' }
  expect(await findingsOf(memoryFiles(files))).toEqual([])
})

test('reads each source once', async () => {
  const files = memoryFiles(healthy)
  const reads = new Map<string, number>()
  const read = (path: string) => {
    reads.set(path, (reads.get(path) ?? 0) + 1)
    return files.read(path)
  }
  await checkApp({ ...files, read })
  const often = [...reads].filter(([, count]) => count > 1).map(([path]) => path)
  expect(often).toEqual([])
})
