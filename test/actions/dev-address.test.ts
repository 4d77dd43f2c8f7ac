import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { devAddress } from '../../src/actions/dev-address.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

/** An app whose own code says what its files in `config` set. */
function appWith(settings: Record<string, unknown>) {
  const root = scratchFolder('elif-address-')
  for (const folder of ['src', 'config', 'node_modules']) mkdirSync(join(root, folder))
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  const from = 'config/development.json'
  const explained = Object.entries(settings).map(([name, value]) => ({
    name,
    value,
    from,
    isSecret: false,
    overrides: [],
    faults: [],
  }))
  const answer = JSON.stringify({ settings: explained, faults: [] })
  writeFileSync(join(root, 'src/config.ts'), `export const explainConfig = () => (${answer})`)
  return root
}

test.each([
  [{}, undefined, { number: 3000, host: '127.0.0.1', orNext: true }],
  [{ PORT: 4000, HOST: '0.0.0.0' }, undefined, { number: 4000, host: '0.0.0.0', orNext: true }],
  [{ PORT: 4000 }, 5000, { number: 5000, host: '127.0.0.1', orNext: false }],
])('%j in config and --port %s listen at %j', async (settings, port, address) => {
  expect(await devAddress({ root: appWith(settings), environment: {}, port })).toEqual(address)
})

test('the environment is stronger than config', async () => {
  const root = appWith({ PORT: 4000 })
  expect(await devAddress({ root, environment: { PORT: '6000' }, port: undefined })).toMatchObject({
    number: 6000,
  })
})

test('an app that cannot be asked starts at the usual port, and says itself what is wrong', async () => {
  const root = appWith({})
  writeFileSync(join(root, 'src/config.ts'), "throw new Error('broken')")
  expect(await devAddress({ root, environment: {}, port: undefined })).toMatchObject({
    number: 3000,
  })
})
