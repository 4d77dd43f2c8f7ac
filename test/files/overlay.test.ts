import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import { beforeEach, expect, test } from 'vitest'

import { copyOverlay, marksOf } from '../../src/files/overlay.ts'
import { scratchFolder } from './scratch-folder.ts'

let app: string
let copy: string

beforeEach(() => {
  app = scratchFolder('elif-overlay-')
  copy = join(app, '.elif/local/proofs/one')
  for (const folder of ['src', '.git', '.elif/runs', '.elif/local/plans', 'node_modules/pg']) {
    mkdirSync(join(app, folder), { recursive: true })
  }
  mkdirSync(join(app, 'node_modules/.cache'))
  mkdirSync(copy, { recursive: true })
  write('src/app.ts', 'start()\n')
  write('run.sh', '#!/bin/sh\n', 0o755)
  write('.git/HEAD', 'ref')
  write('.elif/runs/one.json', '{}')
  write('.elif/local/plans/one.json', '{}')
  write('server.log', 'line')
  write('node_modules/pg/index.js', '')
})

const write = (path: string, text: string, mode = 0o644) =>
  writeFileSync(join(app, path), text, { mode })

test('a copy holds what is source, with its modes, and the packages as links', () => {
  const marks = copyOverlay(app, copy, { packages: true })
  expect([...marks.keys()].toSorted()).toEqual(['.elif/runs/one.json', 'run.sh', 'src/app.ts'])
  expect(readFileSync(join(copy, 'src/app.ts'), 'utf8')).toBe('start()\n')
  expect(statSync(join(copy, 'run.sh')).mode & 0o777).toBe(0o755)
  expect(lstatSync(join(copy, 'node_modules')).isDirectory()).toBe(true)
  expect(readlinkSync(join(copy, 'node_modules/pg'))).toBe(join(app, 'node_modules/pg'))
  for (const path of ['.git', '.elif/local', 'server.log', 'node_modules/.cache']) {
    expect(existsSync(join(copy, path))).toBe(false)
  }
})

test('what is written in the copy stays there, and what is written in the app is seen', () => {
  const before = copyOverlay(app, copy, { packages: true })
  writeFileSync(join(copy, 'src/app.ts'), 'changed()\n')
  writeFileSync(join(copy, 'src/new.ts'), '')
  expect(readFileSync(join(app, 'src/app.ts'), 'utf8')).toBe('start()\n')
  expect(marksOf(app)).toEqual(before)
  write('src/app.ts', 'start(1)\n')
  expect(marksOf(app)).not.toEqual(before)
})

test('links inside the app lead to the copy, links out of it to where they led', () => {
  symlinkSync('app.ts', join(app, 'src/same.ts'))
  symlinkSync(join(app, 'src/app.ts'), join(app, 'whole.ts'))
  const outside = scratchFolder('elif-outside-')
  symlinkSync(outside, join(app, 'shared'))
  copyOverlay(app, copy, { packages: true })
  expect(readlinkSync(join(copy, 'src/same.ts'))).toBe('app.ts')
  expect(readlinkSync(join(copy, 'whole.ts'))).toBe(join('src', 'app.ts'))
  expect(readlinkSync(join(copy, 'shared'))).toBe(outside)
})

test('a copy that gets packages of its own has none at first', () => {
  copyOverlay(app, copy, { packages: false })
  expect(existsSync(join(copy, 'node_modules'))).toBe(false)
})

test('links that lead nowhere lead nowhere in the copy', () => {
  symlinkSync('gone.ts', join(app, 'src/lost.ts'))
  symlinkSync('../packages/gone', join(app, 'node_modules/gone'))
  copyOverlay(app, copy, { packages: true })
  expect(readlinkSync(join(copy, 'src/lost.ts'))).toBe('gone.ts')
  expect(readlinkSync(join(copy, 'node_modules/gone'))).toBe(join(app, 'node_modules/gone'))
})
