import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { diskFiles } from '../../src/files/files.ts'
import { checkOnly } from '../../src/actions/check-only.ts'

const service = `export function rules() {
  const first = 1
  // #region custom:rules
  const own = 2
  // #endregion custom:rules
  const last = 3
}
`

let root = ''
const git = (...words: string[]) => execFileSync('git', words, { cwd: root })
const write = (path: string, text: string) => writeFileSync(join(root, path), text)

function commit(message: string): void {
  git('add', '.')
  git('-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '--quiet', '--message', message)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'elif-only-'))
  mkdirSync(join(root, 'shop'))
  git('init', '--quiet')
  write('shop/service.ts', service)
  write('shop/other.ts', 'export const other = 1\n')
  commit('Begin')
})

afterEach(() => rmSync(root, { recursive: true }))

async function left(only = ['custom:rules'], base = 'HEAD'): Promise<string[]> {
  const app = { root: join(root, 'shop'), files: diskFiles(join(root, 'shop')) }
  const { healthy, findings } = await checkOnly({ app, only, base })
  expect(healthy).toBe(findings.length === 0)
  return findings.map(({ code, at: { path, line, column } }) =>
    [`${code} ${path}`, line, column].filter(Boolean).join(':'),
  )
}

test('a change inside the named region stays inside', async () => {
  expect(await left()).toEqual([])
  write('shop/service.ts', service.replace('  const own = 2\n', '  const a = 1\n\n  const b = 2\n'))
  expect(await left()).toEqual([])
  expect(await left(['service.ts:custom:rules'])).toEqual([])
})

test.each([
  ['before it', 'first = 1', 'first = 7', ['2:17']],
  ['behind it', 'last = 3', 'last = 7', ['6:16']],
  ['on both sides and inside', /\d/g, '7', ['2:17', '6:16']],
  ['at the line of its marker', '  // #region', '// #region', ['3:1']],
  ['and takes the markers away', /.*region custom.*\n/g, '', ['3:3']],
  ['and ends a line otherwise', 'first = 1', 'first = 1\r', ['2:18']],
  ['and moves code out of the function', '  const own = 2', '}\n{', ['4:1']],
  ['and takes the end of the file away', '  const last = 3\n}\n', '', ['6:1']],
])('a change %s leaves it', async (_, from, to, places) => {
  write('shop/service.ts', service.replace(from, to))
  expect(await left()).toEqual(places.map((place) => `change-outside service.ts:${place}`))
})

test('a change in another region leaves it', async () => {
  write('shop/other.ts', '// #region custom:others\n// #endregion custom:others\n')
  commit('Mark another place')
  write('shop/service.ts', service.replace('own = 2', 'own = 3'))
  expect(await left(['custom:others'])).toEqual(['change-outside service.ts:4:15'])
  expect(await left(['other.ts:custom:others'])).toEqual(['change-outside service.ts:4:15'])
})

test.each([
  ['custom:ruels', 'custom:rules'],
  ['other.ts:custom:rules', 'service.ts:custom:rules'],
  ['custom:anything-else', undefined],
])('a region %s that no file holds is refused', async (wanted, near) => {
  const hint = near === undefined ? /markers:list/ : `Did you mean ${near} ?`
  await expect(left([wanted])).rejects.toMatchObject({
    code: 'region-unknown',
    hint: expect.stringMatching(hint),
  })
})

test('what happened on the base since the work began is not held against it', async () => {
  git('switch', '--quiet', '--create', 'work')
  write('shop/service.ts', service.replace('own = 2', 'own = 3'))
  commit('Work')
  git('switch', '--quiet', '-')
  write('shop/other.ts', 'export const other = 2\n')
  commit('Go on')
  git('branch', '--quiet', 'trunk')
  git('switch', '--quiet', 'work')
  expect(await left(['custom:rules'], 'trunk')).toEqual([])
})

test('files that came, went or became programs leave it, outside of the app as well', async () => {
  write('new.ts', '// #region custom:rules\n// #endregion custom:rules\n')
  rmSync(join(root, 'shop/other.ts'))
  chmodSync(join(root, 'shop/service.ts'), 0o755)
  expect(await left()).toEqual([
    'change-outside ../new.ts',
    'change-outside other.ts',
    'change-outside service.ts',
  ])
})

test('what is no text leaves it at its file', async () => {
  writeFileSync(join(root, 'shop/other.ts'), Buffer.from([0xff, 0xfe]))
  expect(await left()).toEqual(['file-encoding other.ts'])
})

test.each(['nowhere', '--output=x', ''])('a base %j that is no commit is refused', async (base) => {
  await expect(left(['custom:rules'], base)).rejects.toMatchObject({ code: 'revision-unknown' })
})

test('a file that is too large to be read is told, and not read for minutes', async () => {
  write('shop/other.ts', '// x\n'.repeat(2_000_000))
  expect(await left()).toEqual(['file-too-large other.ts'])
})
