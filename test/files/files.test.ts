import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { diskFiles } from '../../src/files/files.ts'
import { packageRoot } from '../../src/files/package-root.ts'
import { sha256 } from '../../src/files/sha256.ts'
import { writeAtomic } from '../../src/files/write-atomic.ts'
import { scratchApp } from '../workspace/scratch-app.ts'

describe('the files of a folder', () => {
  test('are listed in order, without packages, git and local state', () => {
    using app = scratchApp({
      'src/b.ts': '',
      'a.ts': '',
      'node_modules/x/index.js': '',
      'packages/y/node_modules/x/index.js': '',
      '.git/config': '',
      '.elif/local/lock': '',
      '.elif/runs/1.json': '',
    })
    expect(diskFiles(app.root).list()).toEqual(['.elif/runs/1.json', 'a.ts', 'src/b.ts'])
    expect(diskFiles(join(app.root, 'none')).list()).toEqual([])
  })

  test('are read with their byte order mark and line ends', () => {
    using app = scratchApp({ 'a.ts': '\ufeffa\r\n' })
    expect(diskFiles(app.root).read('a.ts')).toBe('\ufeffa\r\n')
    expect(diskFiles(app.root).read('b.ts')).toBeUndefined()
    expect(diskFiles(app.root).read('a.ts/b.ts')).toBeUndefined()
  })

  test('are refused when they are no UTF-8, since they could not be written back', () => {
    using app = scratchApp({ 'a.ts': '' })
    writeFileSync(app.path('a.ts'), Buffer.from([0x61, 0xff]))
    const read = () => diskFiles(app.root).read('a.ts')
    expect(read).toThrow(expect.objectContaining({ code: 'file-encoding' }))
  })
})

describe('an atomic write', () => {
  test('keeps the mode of the file, or sets the one asked for', () => {
    using app = scratchApp({ 'run.sh': 'old' })
    chmodSync(app.path('run.sh'), 0o775)
    writeAtomic(app.path('run.sh'), 'new')
    writeAtomic(app.path('new/secret'), 'new', { mode: 0o600 })
    expect(statSync(app.path('run.sh')).mode & 0o777).toBe(0o775)
    expect(statSync(app.path('new/secret')).mode & 0o777).toBe(0o600)
    expect(readdirSync(app.root)).toEqual(['new', 'run.sh'])
  })

  test('goes through a link and leaves nothing behind when it fails', () => {
    using app = scratchApp({ 'a.ts': 'old' })
    symlinkSync('a.ts', app.path('b.ts'))
    writeAtomic(app.path('b.ts'), 'new')
    expect(readFileSync(app.path('a.ts'), 'utf8')).toBe('new')
    mkdirSync(app.path('folder/full'), { recursive: true })
    expect(() => writeAtomic(app.path('folder'), 'new')).toThrow('EISDIR')
    expect(readdirSync(app.root).toSorted()).toEqual(['a.ts', 'b.ts', 'folder'])
  })
})

test('a hash is that of the text with LF', () => {
  expect(sha256('a\r\nb\r\n')).toBe(sha256('a\nb\n'))
})

test('the folder of the package is found from its sources', () => {
  expect(existsSync(join(packageRoot(), 'templates'))).toBe(true)
})
