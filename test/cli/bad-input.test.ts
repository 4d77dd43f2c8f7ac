import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, describe, expect, test } from 'vitest'

import { root as checkout } from '../architecture/repository.ts'
import { comparedTree } from '../faults/compared-tree.ts'
import { scratchApp } from '../workspace/scratch-app.ts'
import { badNames } from './bad-names.ts'
import { calledHere } from './called-here.ts'

const place = scratchApp({ 'a.txt': '' })
const base = join(place.parent, 'base')
beforeAll(async () => {
  const words = ['new', 'base', '--no-install', '--no-git', '--yes', '--quiet']
  const { exitCode, output } = await calledHere(place.parent, words)
  if (exitCode !== 0) throw new Error(output)
  return () => place[Symbol.dispose]()
})

/** What every refusal has: exit code 1, a code, a sentence and a way out, and no stack of calls. */
function refusalIn({ exitCode, output }: { exitCode: number; output: string }): string {
  expect(output).not.toMatch(/\n\s+at .*:\d+:\d+|node:internal|undefined|\[object/)
  const { error } = JSON.parse(output)
  expect(exitCode).toBe(1)
  expect(error).toMatchObject({
    code: expect.stringMatching(/^[a-z]+(-[a-z]+)+$/),
    says: expect.stringMatching(/\S.*\.$/s),
    hint: expect.stringMatching(/\S/),
  })
  return error.code
}

const reserved = [
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'class',
  'null',
  'await',
]
const devices = ['con', 'NUL', 'aux', 'Com1']

describe.each([
  ['make:controller', [...badNames, ...reserved, ...devices]],
  ['make:module', [...badNames, ...reserved, ...devices]],
  ['make:resource', [...badNames, ...reserved]],
  ['make:migration', badNames],
])('%s', (command, refused) => {
  test('refuses names that are none, and writes nothing', async () => {
    const before = comparedTree(base)
    for (const name of refused) {
      const fields = command === 'make:resource' ? ['title:text'] : []
      const ran = await calledHere(base, ['--json', command, name, ...fields])
      expect([name.slice(0, 20), refusalIn(ran)]).toEqual([name.slice(0, 20), expect.any(String)])
    }
    expect(comparedTree(base)).toEqual(before)
  })
})

test('make:resource refuses fields that are none, and writes nothing', async () => {
  const before = comparedTree(base)
  const fields = [
    badNames.filter((name) => name !== ''),
    ['title', 'title:', ':text', 'title:tekst', 'title:text:', 'title:text:uniq', 'id:text'],
    ['price:decimal(', 'price:decimal(-1,2)', 'price:decimal(10,20)', 'status:enum()'],
    ['a:text?:unique:unique:', '__proto__:text', 'constructor:text', 'title:text=x', 'a:b:c:d:e'],
  ].flat()
  for (const field of fields) {
    const ran = await calledHere(base, ['--json', 'make:resource', 'Product', field])
    expect([field.slice(0, 20), refusalIn(ran)]).toEqual([field.slice(0, 20), expect.any(String)])
  }
  expect(comparedTree(base)).toEqual(before)
})

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
const text = (path: string, content: string | Buffer) => (root: string) => {
  rmSync(join(root, path), { recursive: true, force: true })
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), content)
}
const inPlaceOf = (path: string, put: (place: string) => unknown) => (root: string) => {
  rmSync(join(root, path), { recursive: true, force: true })
  put(join(root, path))
}
const pipe = (at: string) => execFileSync('mkfifo', [at])
const folder = (at: string) => mkdirSync(at)
const ring = (at: string) => symlinkSync(at, at)

type Row = [what: string, spoil: (root: string) => unknown, code: string]

const rows: Row[] = [
  ['an elif.json that is empty', text('elif.json', ''), 'manifest-unreadable'],
  ['an elif.json that is cut off', text('elif.json', '{"name":'), 'manifest-unreadable'],
  ['an elif.json of another shape', text('elif.json', '[]'), 'manifest-invalid'],
  ['an elif.json in UTF-16', text('elif.json', utf16('{}')), 'file-encoding'],
  ['an elif.json that is a pipe', inPlaceOf('elif.json', pipe), 'file-special'],
  ['an elif.json that is a folder', inPlaceOf('elif.json', folder), 'manifest-unreadable'],
  ['an elif.json that is a link to itself', inPlaceOf('elif.json', ring), 'manifest-unreadable'],
  ['an app.ts in UTF-16', text('src/app.ts', utf16('const a = 1')), 'file-encoding'],
  ['an app.ts of bytes', text('src/app.ts', Buffer.from([0xff, 0, 0x80, 7])), 'file-encoding'],
  ['an app.ts of 10 MB', text('src/app.ts', '// x\n'.repeat(2_000_000)), 'file-too-large'],
  ['an app.ts that is a pipe', inPlaceOf('src/app.ts', pipe), 'file-special'],
  [
    'an app.ts outside',
    inPlaceOf('src/app.ts', (at) => symlinkSync(join(base, 'src/app.ts'), at)),
    'change-conflicts',
  ],
  ['a src that is a file', text('src', 'mine'), 'change-conflicts'],
  ['a src/modules that is a pipe', inPlaceOf('src/modules', pipe), 'change-conflicts'],
  [
    'a src that leads out of the app',
    inPlaceOf('src', (at) => symlinkSync(join(base, 'src'), at)),
    'change-conflicts',
  ],
  [
    'a journal that is cut off',
    text('.elif/local/journal/a.open.json', '{"ver'),
    'journal-unreadable',
  ],
  [
    'a journal of another version',
    text('.elif/local/journal/a.open.json', '{"version":9}'),
    'journal-foreign',
  ],
  [
    'a journal of bytes',
    text('.elif/local/journal/a.done.json', Buffer.from([0xff])),
    'journal-unreadable',
  ],
  ['an .elif that is a file', text('.elif', 'mine'), 'change-conflicts'],
  ['an .elif/runs that is a file', text('.elif/runs', 'mine'), 'change-conflicts'],
  ['a lock that is a folder', inPlaceOf('.elif/local/writing.lock', folder), 'lock-refused'],
  [
    'settings of the formatter that are none',
    text('.prettierrc.json', '{'),
    'format-settings-invalid',
  ],
]

/** A copy of the app, which is spoiled, and what `make:controller` answers in it. */
async function madeIn(spoil: (root: string) => unknown) {
  const app = join(mkdtempSync(join(place.parent, 'app-')), 'shop')
  cpSync(base, app, { recursive: true })
  spoil(app)
  const before = listed(app)
  const ran = await calledHere(app, ['--json', 'make:controller', 'Invoice'])
  return { app, before, ran }
}

/** By what the system says, since a pipe cannot be read. */
const listed = (app: string) =>
  execFileSync('find', ['.', '-path', './.elif/local', '-prune', '-o', '-ls'], { cwd: app })
    .toString()
    .split('\n')
    .toSorted()

const ofAppFile = (lines: string[]) => lines.filter((line) => line.includes('./src/app.ts'))

describe('an app that is spoiled is told of, and nothing is changed', () => {
  test.each(rows)('%s', async (_what, spoil, code) => {
    const { app, before, ran } = await madeIn(spoil)
    expect(refusalIn(ran)).toBe(code)
    expect(listed(app)).toEqual(before)
  })
})

describe('an app.ts that cannot be edited stays as it is, and the lines to paste are shown', () => {
  test.each<[string, (root: string) => unknown]>([
    ['that does not parse', text('src/app.ts', 'const = (')],
    ['that is empty', text('src/app.ts', '')],
    ['with zero bytes', text('src/app.ts', 'a\0b')],
    ['that is a folder', inPlaceOf('src/app.ts', folder)],
    ['that is a link to itself', inPlaceOf('src/app.ts', ring)],
  ])('%s', async (_what, spoil) => {
    const { app, before, ran } = await madeIn(spoil)
    expect(ran.exitCode).toBe(1)
    const { result, notices } = JSON.parse(ran.output)
    expect([result, notices.length > 0]).toEqual(['applied', true])
    expect(ofAppFile(listed(app))).toEqual(ofAppFile(before))
  })
})

const mayMount = process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0

test.skipIf(!mayMount)(
  'on a disk that nobody may write to nothing is written, and it is told',
  () => {
    const script = 'mount --bind . . && mount -o remount,ro,bind . && cd "$PWD" && exec "$@"'
    const elif = [process.execPath, join(checkout, 'bin/dev.ts'), '--json']
    const words = ['-m', 'sh', '-c', script, 'sh', ...elif, 'make:controller', 'Invoice']
    const { status, stdout } = spawnSync('unshare', words, { cwd: base })
    expect(refusalIn({ exitCode: status ?? -1, output: stdout.toString() })).toBe(
      'change-conflicts',
    )
  },
)
