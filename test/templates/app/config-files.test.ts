import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { findSources } from '../../../templates/app/files/src/framework/config/sources.ts'
import { scratchFolder } from '../../files/scratch-folder.ts'

const packages = join(import.meta.dirname, '../../../node_modules')

/** A folder with a file and a package that is installed. */
function folderWith(path: string, text: string, name: string) {
  const root = scratchFolder('elif-config-')
  for (const folder of ['config', 'node_modules']) mkdirSync(join(root, folder))
  symlinkSync(join(packages, name), join(root, 'node_modules', name), 'junction')
  writeFileSync(join(root, path), text)
  return root
}

const yaml = `port: 6
database: # the one here
  poolSize: 7
cors:
  origins:
    - https://one.example
    - https://other.example
`
const toml = `port = 6

[database] # the one here
poolSize = 7
[cors]
origins = ["https://one.example", "https://other.example"]
`

test.each([
  ['yaml', 'yaml', yaml, { port: 1, size: 3, origins: 5 }],
  ['toml', 'smol-toml', toml, { port: 1, size: 4, origins: 6 }],
])('reads .%s once its package %s is installed', (format, name, text, lines) => {
  const root = folderWith(`config/development.${format}`, text, name)
  const [, source] = findSources({}, root)
  expect(source).toEqual({
    name: `config/development.${format}`,
    kind: 'config file',
    settings: {
      PORT: { value: '6', line: lines.port },
      DATABASE_POOL_SIZE: { value: '7', line: lines.size },
      CORS_ORIGINS: { value: 'https://one.example,https://other.example', line: lines.origins },
    },
  })
})

test.each([
  ['yaml', 'yaml', 'port: [6'],
  ['toml', 'smol-toml', 'port = '],
])('a .%s that is none is told without a word of what it holds', (format, name, text) => {
  const root = folderWith(`config/development.${format}`, text, name)
  expect(findSources({}, root)[1]?.fault).toBe(`is not ${format.toUpperCase()}`)
})
