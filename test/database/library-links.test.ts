import { mkdirSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { completeLinks } from '../../src/database/library-links.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

const folder = scratchFolder('elif-links-')
const target = (name: string) => readlinkSync(join(folder, 'lib', name))

test('makes the links that a blocked install script left out, and those its list forgot', () => {
  mkdirSync(join(folder, 'lib'))
  for (const name of ['libpq.so.5.18', 'libicudata.77.1.dylib']) {
    writeFileSync(join(folder, 'lib', name), '')
  }
  const links = [
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
  ]
  writeFileSync(join(folder, 'pg-symlinks.json'), JSON.stringify(links))

  completeLinks(folder)
  completeLinks(folder)
  expect(target('libpq.so')).toBe('libpq.so.5.18')
  expect(target('libpq.so.5')).toBe('libpq.so.5.18')
  expect(target('libicudata.77.dylib')).toBe('libicudata.77.1.dylib')
})
