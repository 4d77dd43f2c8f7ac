import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { securityDefaults } from '../attacks/security-defaults.ts'

const files = join(import.meta.dirname, '../../templates/app/files')

test('every default that a slow test takes away is there to be taken, once', () => {
  const counts = securityDefaults.map(({ path, from }) => {
    const text = readFileSync(join(files, path), 'utf8')
    return { path, from, times: text.split(from).length - 1 }
  })
  expect(counts.filter(({ times }) => times !== 1)).toEqual([])
})

test('SECURITY.md names tests that are there', () => {
  const text = readFileSync(join(files, 'SECURITY.md'), 'utf8')
  const named = [...text.matchAll(/^- `([^`]+)`: (.+)$/gm)]
  const missing = named.filter(
    ([, path = '', name = '']) => !readFileSync(join(files, path), 'utf8').includes(name),
  )
  expect(missing.map(([line]) => line)).toEqual([])
})
