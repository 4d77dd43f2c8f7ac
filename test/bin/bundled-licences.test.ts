import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { bundledLicences } from '../../bin/bundled-licences.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

const folder = scratchFolder('elif-licences-')

function installed(name: string, license: string) {
  const path = join(folder, 'node_modules', name)
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'package.json'), JSON.stringify({ name, version: '1.0.0', license }))
  writeFileSync(join(path, 'LICENSE.md'), `The licence of ${name}\n`)
  return join(path, 'lib/index.js')
}

test('names each package once, with its licence', () => {
  const modules = [installed('kite', 'MIT'), installed('@paper/tail', 'ISC')]
  const own = join(folder, 'src/main.ts')
  expect(bundledLicences([...modules, modules[0] ?? '', own])).toBe(
    '@paper/tail 1.0.0 (ISC)\n\nThe licence of @paper/tail\n\nkite 1.0.0 (MIT)\n\nThe licence of kite\n',
  )
})

test('refuses a licence that asks for more', () => {
  expect(() => bundledLicences([installed('string', 'GPL-3.0-only')])).toThrow(
    'string 1.0.0 has the licence GPL-3.0-only: elif cannot carry its code.',
  )
})
