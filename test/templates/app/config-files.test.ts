import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { findSources } from '../../../templates/app/files/src/framework/config/sources.ts'
import { scratchFolder } from '../../files/scratch-folder.ts'

const packages = join(import.meta.dirname, '../../../node_modules')

test('reads YAML once its package is installed', () => {
  const root = scratchFolder('elif-yaml-')
  for (const folder of ['config', 'node_modules']) mkdirSync(join(root, folder))
  symlinkSync(join(packages, 'yaml'), join(root, 'node_modules/yaml'), 'junction')
  const text = `port: 6
database: # the one here
  poolSize: 7
cors:
  origins:
    - https://one.example
    - https://other.example
`
  writeFileSync(join(root, 'config/development.yaml'), text)
  const [, source] = findSources({}, root)
  expect(source).toEqual({
    name: 'config/development.yaml',
    kind: 'config file',
    settings: {
      PORT: { value: '6', line: 1 },
      DATABASE_POOL_SIZE: { value: '7', line: 3 },
      CORS_ORIGINS: { value: 'https://one.example,https://other.example', line: 5 },
    },
  })
})
