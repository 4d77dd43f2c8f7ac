import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { askConfig } from '../../src/actions/doctor-config.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

function appWith(config: string | undefined) {
  const root = scratchFolder('elif-config-')
  for (const folder of ['src', 'node_modules']) mkdirSync(join(root, folder))
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  if (config !== undefined) writeFileSync(join(root, 'src/config.ts'), config)
  return root
}

test('is content when the config is', async () => {
  const root = appWith('export const readConfig = (from: object) => from\n')
  expect(await askConfig(root, {})).toEqual({ kind: 'complete' })
})

test('names each variable that the config finds at fault', async () => {
  const root = appWith(`export function readConfig({ PORT }: { PORT?: string }) {
  const message = \`The environment is not complete:\\n  PORT: Invalid input: \${PORT}\\n  KEY is not set\`
  throw new Error(message)
}
`)
  expect(await askConfig(root, { PORT: 'many' })).toEqual({
    kind: 'incomplete',
    faults: [
      { name: 'PORT', because: 'is not what it should be: Invalid input: many' },
      { name: 'KEY', because: 'is not set' },
    ],
  })
})

test('says why a config cannot be asked', async () => {
  expect(await askConfig(appWith(undefined), {})).toEqual({
    kind: 'broken',
    because: 'it is not there.',
  })
  expect(await askConfig(appWith('export const config = 1\n'), {})).toEqual({
    kind: 'broken',
    because: 'it does not export readConfig.',
  })
  expect(await askConfig(appWith("throw new Error('no')\n"), {})).toEqual({
    kind: 'broken',
    because: 'no',
  })
})

test('does not ask before the packages are installed', async () => {
  const root = appWith("throw new Error('asked')\n")
  rmSync(join(root, 'node_modules'), { recursive: true })
  expect(await askConfig(root, {})).toEqual({ kind: 'not-asked' })
})
