import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeEach, expect, test } from 'vitest'

import { openOverlay } from '../../src/actions/open-overlay.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

let app: string
const proofs = () => join(app, '.elif/local/proofs')

beforeEach(() => {
  app = scratchFolder('elif-proof-')
  writeFileSync(join(app, 'elif.json'), '{}')
})

test('a copy goes when it is disposed, and another proof keeps its own', () => {
  const one = openOverlay(app, { packages: true })
  const other = openOverlay(app, { packages: true })
  one[Symbol.dispose]()
  expect(existsSync(one.root)).toBe(false)
  expect(existsSync(join(other.root, 'elif.json'))).toBe(true)
  other[Symbol.dispose]()
  expect(existsSync(proofs())).toBe(false)
})

test('a copy that cannot be finished leaves nothing behind', () => {
  // A file where the copy has its packages.
  writeFileSync(join(app, 'node_modules'), '')
  expect(() => openOverlay(app, { packages: true })).toThrow('ENOTDIR')
  expect(existsSync(proofs())).toBe(false)
})

test('what a killed elif has left is removed by the next', () => {
  // No process has a number that large.
  const left = join(proofs(), '99999999-4f1c2a9b')
  mkdirSync(left, { recursive: true })
  using overlay = openOverlay(app, { packages: true })
  expect(existsSync(left)).toBe(false)
  expect(readdirSync(proofs())).toHaveLength(1)
  expect(overlay.changedSince()).toEqual([])
})

test('files that are written, added or removed meanwhile are named', () => {
  writeFileSync(join(app, 'a.ts'), '')
  using overlay = openOverlay(app, { packages: true })
  writeFileSync(join(app, 'a.ts'), 'changed')
  writeFileSync(join(app, 'b.ts'), '')
  writeFileSync(join(overlay.root, 'c.ts'), 'of the proof')
  expect(overlay.changedSince()).toEqual(['a.ts', 'b.ts'])
})
