import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { watchFiles, type Watcher } from '../../src/watch/watch-files.ts'

let root = ''
let watcher: Watcher
let touches = 0
const settled: string[][] = []
let wake = () => {}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'elif-watch-'))
  settled.length = 0
  touches = 0
  mkdirSync(join(root, 'src/deep'), { recursive: true })
  for (const name of ['src/one.ts', 'src/two.ts', 'src/deep/three.ts', '.env']) put(name, name)
  watcher = await watchFiles({
    root,
    paths: ['src', '.env', 'elif.json'],
    ignores: (path) => path.endsWith('.test.ts'),
    read,
    onTouched: () => (touches += 1),
    onSettled: (changed) => {
      settled.push(changed)
      wake()
    },
  })
})

afterEach(async () => {
  await watcher.close()
  rmSync(root, { recursive: true, force: true })
})

test('tells a save once, by its path', async () => {
  put('src/one.ts', 'new')
  expect(await nextSettled()).toEqual(['src/one.ts'])
})

test('tells a burst of saves as one change', async () => {
  put('src/one.ts', 'new')
  put('src/two.ts', 'new')
  put('src/deep/three.ts', 'new')
  expect(await nextSettled()).toEqual(['src/deep/three.ts', 'src/one.ts', 'src/two.ts'])
  expect(touches).toBe(1)
})

test('takes an atomic save for one change, twice in a row', async () => {
  for (const text of ['first', 'second']) {
    put('src/one.ts.tmp', text)
    renameSync(join(root, 'src/one.ts.tmp'), join(root, 'src/one.ts'))
    const changed = await nextSettled()
    expect(changed).toContain('src/one.ts')
    expect(read('src/one.ts')).toBe(text)
  }
})

test('sees atomic saves of a single watched file', async () => {
  for (const text of ['A=1', 'A=2', 'A=3']) {
    put('.env.tmp', text)
    renameSync(join(root, '.env.tmp'), join(root, '.env'))
    expect(await nextSettled()).toEqual(['.env'])
  }
})

test('says that nothing changed when a file is only touched', async () => {
  utimesSync(join(root, 'src/one.ts'), new Date(), new Date())
  put('src/two.ts', 'src/two.ts')
  expect(await nextSettled()).toEqual([])
})

test('notices files that are added, removed and made in new folders', async () => {
  rmSync(join(root, 'src/one.ts'))
  expect(await nextSettled()).toEqual(['src/one.ts'])
  mkdirSync(join(root, 'src/new'))
  put('src/new/four.ts', 'four')
  expect(await nextSettled()).toEqual(['src/new/four.ts'])
})

test('notices a watched file that did not exist', async () => {
  put('elif.json', '{}')
  expect(await nextSettled()).toEqual(['elif.json'])
})

test('keeps quiet about what is ignored', async () => {
  put('src/one.test.ts', 'new')
  put('src/two.ts', 'new')
  expect(await nextSettled()).toEqual(['src/two.ts'])
})

function put(path: string, text: string) {
  writeFileSync(join(root, path), text)
}

function read(path: string) {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return undefined
  }
}

async function nextSettled() {
  if (settled.length === 0) await new Promise<void>((resolve) => (wake = resolve))
  return settled.shift()
}
