import { describe, expect, test } from 'vitest'

import { sha256 } from '../../src/files/sha256.ts'
import { readBase, readLedger, readRuns } from '../../src/ledger/read-ledger.ts'
import { withLedger } from '../../src/ledger/with-ledger.ts'
import type { Change, ChangeSet } from '../../src/workspace/change-set.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'

const at = new Date('2026-11-20T10:15:00.250Z')
const run = {
  command: 'make:resource Product',
  answers: { name: 'Product' },
  version: '0.1.0',
  rendered: { 'src/product.ts': 'export const a = {b:1}\n', '.env': 'PASSWORD=secret\n' },
}
const app = (lines: string) => `// #region elif:modules\n${lines}// #endregion elif:modules\n`
const changes: Change[] = [
  { kind: 'create', path: 'src/product.ts', after: 'export const a = { b: 1 }\n' },
  { kind: 'create', path: '.env', after: 'PASSWORD=secret\n' },
  { kind: 'edit', path: 'src/app.ts', before: app(''), after: app('a()\n') },
]
const attributes =
  'base/** linguist-generated -diff merge=binary\nruns/*.diff linguist-generated -diff merge=binary\n'
const changeSet: ChangeSet = {
  changes,
  notices: [{ path: 'README.md', because: 'It is yours.', paste: 'hello' }],
  steps: [],
}

/** The files after the change set has landed in memory. */
function landed(set: ChangeSet, files: Record<string, string> = {}) {
  const texts = { ...files }
  for (const change of set.changes) {
    if (change.kind === 'delete') delete texts[change.path]
    else if (change.kind === 'move') {
      delete texts[change.from]
      texts[change.to] = change.after
    } else texts[change.path] = change.after
  }
  return texts
}

describe('a run', () => {
  test('is recorded in a file of its own, with hashes and regions and without secrets', () => {
    const files = memoryFiles(landed(withLedger(changeSet, run, at)))
    const [record] = readRuns(files)
    expect(record?.path).toMatch(/^\.elif\/runs\/20261120T101500-[0-9a-f]{12}\.json$/)
    expect(record?.run).toEqual({
      format: 1,
      command: 'make:resource Product',
      answers: { name: 'Product' },
      version: '0.1.0',
      at: '2026-11-20T10:15:00.250Z',
      files: [
        {
          path: 'src/product.ts',
          action: 'create',
          hash: sha256('export const a = { b: 1 }\n'),
          base: sha256('export const a = {b:1}\n'),
        },
        { path: '.env', action: 'create' },
        {
          path: 'src/app.ts',
          action: 'edit',
          hash: sha256(app('a()\n')),
          before: sha256(app('')),
          regions: ['elif:modules'],
        },
      ],
      notices: changeSet.notices,
    })
    expect(JSON.stringify(landed(withLedger(changeSet, run, at)))).not.toContain('base/.env')
  })

  test('keeps what was rendered, unformatted', () => {
    const files = memoryFiles(landed(withLedger(changeSet, run, at)))
    expect(readBase(files, 'src/product.ts')).toBe('export const a = {b:1}\n')
    expect(readBase(files, '.env')).toBeUndefined()
  })

  test('tells git which files are its own and which are not to be kept', () => {
    const texts = landed(withLedger(changeSet, run, at))
    expect(texts['.elif/.gitattributes']).toBe(attributes)
    expect(texts['.elif/.gitignore']).toBe('local/\n')
    const settings = { '.elif/.gitattributes': 'mine\n', '.elif/.gitignore': 'mine\n' }
    const again = landed(withLedger(changeSet, run, at, memoryFiles(settings)), settings)
    expect(again['.elif/.gitignore']).toBe('mine\n')
    expect(again['.elif/.gitattributes']).toBe('mine\n')
    const older = { '.elif/.gitattributes': 'base/** linguist-generated -diff merge=binary\r\n' }
    const newer = landed(withLedger(changeSet, run, at, memoryFiles(older)), older)
    expect(newer['.elif/.gitattributes']).toBe(attributes)
  })

  test('keeps whole the texts that it has changed, but no secrets', () => {
    const secret: Change = { kind: 'edit', path: '.env', before: 'A=1\n', after: 'A=2\n' }
    const set = withLedger({ ...changeSet, changes: [...changes, secret] }, run, at)
    const texts = landed(set)
    const diff = Object.keys(texts).find((path) => path.endsWith('.diff')) ?? ''
    expect(diff).toMatch(/^\.elif\/runs\/20261120T101500-[0-9a-f]{12}\.diff$/)
    expect(texts[diff]).toBe(`--- a/src/app.ts
+++ b/src/app.ts
@@ -1,2 +1,3 @@
 // #region elif:modules
+a()
 // #endregion elif:modules
`)
  })

  test('that changes nothing leaves no record', () => {
    const nothing = { changes: [], notices: [], steps: [] }
    expect(withLedger(nothing, run, at)).toBe(nothing)
  })

  test('takes the base of a moved file along and that of a deleted one away', () => {
    const files = { '.elif/base/a.ts.base': 'a\n', '.elif/base/b.ts.base': 'b\n' }
    const moving: Change[] = [
      { kind: 'move', from: 'a.ts', to: 'c.ts', before: 'a\n', after: 'a\n' },
      { kind: 'delete', path: 'b.ts', before: 'b\n' },
    ]
    const set = withLedger({ ...changeSet, changes: moving }, run, at, memoryFiles(files))
    const after = memoryFiles(landed(set, files))
    expect(after.list().filter((path) => path.startsWith('.elif/base'))).toEqual([
      '.elif/base/c.ts.base',
    ])
  })

  test('puts the bases where its plan wants them, and records what it undoes', () => {
    const files = { '.elif/base/a.ts.base': 'a\n', '.elif/base/b.ts.base': 'b\n' }
    const bases = { 'a.ts': 'older\n', 'b.ts': null, 'c.ts': 'c\n' }
    const ledger = { undoes: '20261120T090000-000000000000', bases }
    const set = withLedger(
      { ...changeSet, changes: [] },
      { ...run, ledger },
      at,
      memoryFiles(files),
    )
    const after = memoryFiles(landed(set, files))
    expect(['a.ts', 'b.ts', 'c.ts'].map((path) => readBase(after, path))).toEqual([
      'older\n',
      undefined,
      'c\n',
    ])
    expect(readRuns(after)[0]?.run.undoes).toBe(ledger.undoes)
  })
})

test('runs are read oldest first', () => {
  const texts = {
    ...landed(withLedger(changeSet, run, new Date('2026-11-21T00:00:00Z'))),
    ...landed(withLedger(changeSet, { ...run, command: 'new' }, at)),
  }
  expect(readRuns(memoryFiles(texts)).map((each) => each.run.command)).toEqual([
    'new',
    'make:resource Product',
  ])
})

test('a record that is no record is an error with its path', () => {
  const files = memoryFiles({ '.elif/runs/20261120T101500-000000000000.json': '<<<<<<< HEAD\n' })
  expect(() => readRuns(files)).toThrow(expect.objectContaining({ code: 'run-record-unreadable' }))
})

function recorded(texts: Record<string, string>, command: string, now: Date) {
  const change: Change = { kind: 'create', path: `src/${command}.ts`, after: '' }
  const set = { changes: [change], notices: [], steps: [] }
  return landed(withLedger(set, { ...run, command }, now, memoryFiles(texts)), texts)
}

describe('runs of one moment, and of a clock that was wrong', () => {
  test('stay in the order in which they were recorded', () => {
    const commands = ['one', 'two', 'three', 'four', 'five', 'six']
    const texts = commands.reduce(
      (known, command, index) => recorded(known, command, index === 3 ? new Date(0) : at),
      {},
    )
    const runs = readRuns(memoryFiles(texts)).map((each) => each.run)
    expect(runs.map(({ command }) => command)).toEqual(commands)
    expect(runs.map((each) => each.at.slice(17))).toEqual([
      '00.250Z',
      '00.251Z',
      '00.252Z',
      '00.253Z',
      '00.254Z',
      '00.255Z',
    ])
  })

  test('pass over a record that nobody can read', () => {
    const damaged = { '.elif/runs/20991120T101500-4f1c2a9be0d3.json': '{' }
    const texts = recorded(damaged, 'one', at)
    expect(readLedger(memoryFiles(texts)).runs.map(({ run: { at: moment } }) => moment)).toEqual([
      at.toISOString(),
    ])
  })
})
