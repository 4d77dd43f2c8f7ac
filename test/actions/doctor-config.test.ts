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

const telling = (settings: object[], faults: string[] = []) =>
  `export const explainConfig = () => (${JSON.stringify({ settings, faults })})\n`

const setting = { name: 'PORT', isSecret: false, from: '.env', line: 3, overrides: [], faults: [] }

test('is content when the config is', async () => {
  expect(await askConfig(appWith(telling([setting])))).toEqual({ kind: 'complete' })
})

test('names each setting that the config finds at fault, and each place', async () => {
  const settings = [
    { ...setting, faults: ['Invalid input'] },
    { ...setting, name: 'KEY', from: 'nowhere', line: undefined, faults: ['is not set'] },
  ]
  const root = appWith(telling(settings, ['config/test.json is not JSON']))
  expect(await askConfig(root)).toEqual({
    kind: 'incomplete',
    faults: [
      {
        name: 'PORT',
        because: 'is not what it should be: Invalid input',
        at: { path: '.env', line: 3 },
      },
      { name: 'KEY', because: 'is not set' },
      { name: 'config/test.json', because: 'is not JSON' },
    ],
  })
})

test('the database that the app would get counts as set', async () => {
  const root = appWith(`export const explainConfig = () => ({
  settings: [],
  faults: process.env.DATABASE_URL ? [] : ['DATABASE_URL is not set'],
})
`)
  expect(await askConfig(root, 'postgres://localhost/shop')).toEqual({ kind: 'complete' })
})

const asked = (config: string | undefined) => askConfig(appWith(config))

test('says why a config cannot be asked', async () => {
  expect(await asked(undefined)).toEqual({ kind: 'broken', because: 'it is not there.' })
  expect(await asked('export const config = 1\n')).toEqual({
    kind: 'broken',
    because: 'src/config.ts does not export explainConfig.',
  })
  expect(await asked("throw new Error('no')\n")).toEqual({ kind: 'broken', because: 'no' })
})

test('does not ask before the packages are installed', async () => {
  const root = appWith("throw new Error('asked')\n")
  rmSync(join(root, 'node_modules'), { recursive: true })
  expect(await askConfig(root)).toEqual({ kind: 'not-asked' })
  expect(await askConfig(appWith("import 'no-such-package'\n"))).toEqual({ kind: 'not-asked' })
})
