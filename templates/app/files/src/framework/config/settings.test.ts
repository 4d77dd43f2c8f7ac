import { expect, test } from 'vitest'

import {
  folderWith,
  kiteFiles,
  KiteSettings,
  readKiteSettings,
} from '../../../test/kite-settings.ts'
import { explainSettings } from './explain-settings.ts'
import { fillEnvironment, findSources, type Variables } from './sources.ts'

test.each<[Variables, number, string]>([
  [{}, 4, 'blue'],
  [{ NODE_ENV: 'staging' }, 5, 'blue'],
  [{ NODE_ENV: 'staging', PORT: '7', KITE_COLOURS: '' }, 7, 'blue'],
])('%j reads port %i and %s', (environment, port, colours) => {
  expect(readKiteSettings(environment, kiteFiles)).toMatchObject({
    PORT: port,
    KITE_COLOURS: colours,
  })
})

test('a file in config names settings as a tree, and lists as lists', () => {
  const staging = { 'config/staging.json': kiteFiles['config/staging.json'] }
  const settings = readKiteSettings({ NODE_ENV: 'staging' }, staging)
  expect(settings).toEqual({ NODE_ENV: 'staging', PORT: 6, KITE_COLOURS: 'green,white' })
})

test('.env may name the profile, whose files are then read', () => {
  const named = { '.env': 'NODE_ENV=test', '.env.test': 'PORT=8', '.env.development': 'PORT=9' }
  expect(readKiteSettings({}, named)).toMatchObject({ NODE_ENV: 'test', PORT: 8 })
})

test('names everything that is at fault at once, with its place and without its value', () => {
  const broken = {
    '.env': 'KITE_KEY=my-secret',
    '.env.production': 'NODE_ENV=development\n\nPORT=many',
    'config/production.json':
      '{\n  "kite": {\n    "key": "my-other-secret",\n    "tail": 1\n  }\n}',
  }
  expect(() => readKiteSettings({ NODE_ENV: 'production' }, broken)).toThrow(
    `The environment is not complete:
  NODE_ENV chooses the file, so the file cannot set it (.env.production, line 1)
  KITE_KEY is a secret, and this file is not: set it in the environment (config/production.json, line 3)
  KITE_TAIL is no setting of this app (config/production.json, line 4)
  PORT: Invalid input: expected number, received NaN (.env.production, line 3)
  KITE_KEY: is too short (.env, line 1)`,
  )
})

test.each([
  ['json', '{ "kite": { "key": my-secret } }', 'is not JSON'],
  ['yaml', 'port: 6', 'needs a package: npm install yaml'],
  ['toml', 'port = 6', 'needs a package: npm install smol-toml'],
])('says why it cannot read a .%s', (format, text, because) => {
  const name = `config/development.${format}`
  const says = `The environment is not complete:\n  ${name} ${because}`
  expect(() => readKiteSettings({}, { [name]: text })).toThrow(says)
})

test('packages that read the environment find there what env files set', () => {
  const folder = folderWith(kiteFiles)
  const environment: Variables = { NODE_ENV: 'staging', PORT: '', KITE_COLOURS: 'own' }
  fillEnvironment(environment, folder)
  expect(environment).toEqual({ NODE_ENV: 'staging', PORT: '5', KITE_COLOURS: 'own' })
  const { settings } = explainSettings(KiteSettings, findSources(environment, folder))
  expect(settings.map(({ name, from }) => `${name} ${from}`)).toEqual([
    'NODE_ENV the environment',
    'PORT .env.staging',
    'KITE_COLOURS the environment',
    'KITE_KEY nowhere',
  ])
})

test('a value of the environment that only a weaker file has is still the stronger', () => {
  expect(readKiteSettings({ NODE_ENV: 'staging', PORT: '4' }, kiteFiles)).toMatchObject({ PORT: 4 })
})

test('an unknown profile is refused, and no file is read for it', () => {
  const says =
    'NODE_ENV: Invalid option: expected one of "development"|"test"|"staging"|"production"'
  expect(() => readKiteSettings({ NODE_ENV: 'qa' }, { '.env.qa': 'PORT=many' })).toThrow(
    `The environment is not complete:\n  ${says}`,
  )
})
