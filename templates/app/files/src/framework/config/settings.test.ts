import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'

import { AddressList } from '../security/addresses.ts'
import { explainSettings } from './explain-settings.ts'
import { profiles } from './profile.ts'
import { readSettings } from './read-settings.ts'
import { redactionOf, secret } from './secret.ts'
import { environmentSource, fillEnvironment, findSources, type Variables } from './sources.ts'

const Settings = z.object({
  NODE_ENV: z.enum(profiles).default('development'),
  PORT: z.coerce.number().int().default(3000),
  KITE_COLOURS: z.string().default('red'),
  KITE_KEY: secret(z.string().min(12, 'is too short')).optional(),
})

/** A folder with these files, gone after the test. */
function folderWith(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const read = (environment: Variables, files: Record<string, string> = {}) =>
  readSettings(Settings, findSources(environment, folderWith(files)))

const files = {
  '.env': 'PORT=4\nKITE_COLOURS=blue\n',
  '.env.staging': '# on this machine\nPORT=5\n',
  'config/staging.json': '{ "port": 6, "kite": { "colours": ["green", "white"] } }',
}

test.each<[Variables, number, string]>([
  [{}, 4, 'blue'],
  [{ NODE_ENV: 'staging' }, 5, 'blue'],
  [{ NODE_ENV: 'staging', PORT: '7', KITE_COLOURS: '' }, 7, 'blue'],
])('%j reads port %i and %s', (environment, port, colours) => {
  expect(read(environment, files)).toMatchObject({ PORT: port, KITE_COLOURS: colours })
})

test('a file in config names settings as a tree, and lists as lists', () => {
  const staging = { 'config/staging.json': files['config/staging.json'] }
  const settings = read({ NODE_ENV: 'staging' }, staging)
  expect(settings).toEqual({ NODE_ENV: 'staging', PORT: 6, KITE_COLOURS: 'green,white' })
})

test('.env may name the profile, whose files are then read', () => {
  const named = { '.env': 'NODE_ENV=test', '.env.test': 'PORT=8', '.env.development': 'PORT=9' }
  expect(read({}, named)).toMatchObject({ NODE_ENV: 'test', PORT: 8 })
})

test('names everything that is at fault at once, with its place and without its value', () => {
  const broken = {
    '.env': 'KITE_KEY=my-secret',
    '.env.production': 'NODE_ENV=development\n\nPORT=many',
    'config/production.json':
      '{\n  "kite": {\n    "key": "my-other-secret",\n    "tail": 1\n  }\n}',
  }
  expect(() => read({ NODE_ENV: 'production' }, broken)).toThrow(
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
  expect(() => read({}, { [name]: text })).toThrow(says)
})

test('a secret may lie in a file that its place names, as containers have them', () => {
  const secrets = folderWith({ key: 'a-long-secret-value\n' })
  const path = join(secrets, 'key')
  const environment = { KITE_KEY_FILE: path, KITE_COLOURS_FILE: path }
  expect(read(environment)).toMatchObject({ KITE_KEY: 'a-long-secret-value', KITE_COLOURS: 'red' })
  expect(read({ ...environment, KITE_KEY: 'my-own-secret' }).KITE_KEY).toBe('my-own-secret')
  expect(read(environment, { '.env': 'KITE_KEY=a-weaker-secret' }).KITE_KEY).toBe(
    'a-long-secret-value',
  )
  const { settings } = explainSettings(Settings, [environmentSource(environment)], '')
  expect(settings.at(-1)).toMatchObject({ name: 'KITE_KEY', isSecret: true, from: path })
  expect(JSON.stringify(settings)).not.toContain('a-long-secret-value')
})

test('a file of a secret that is not there is told at the start', () => {
  expect(() => read({ KITE_KEY_FILE: '/no/such/file' })).toThrow(
    'The environment is not complete:\n  /no/such/file cannot be read, and KITE_KEY_FILE names it',
  )
})

test('packages that read the environment find there what env files set', () => {
  const folder = folderWith(files)
  const environment: Variables = { NODE_ENV: 'staging', PORT: '', KITE_COLOURS: 'own' }
  fillEnvironment(environment, folder)
  expect(environment).toEqual({ NODE_ENV: 'staging', PORT: '5', KITE_COLOURS: 'own' })
  const { settings } = explainSettings(Settings, findSources(environment, folder))
  expect(settings.map(({ name, from }) => `${name} ${from}`)).toEqual([
    'NODE_ENV the environment',
    'PORT .env.staging',
    'KITE_COLOURS the environment',
    'KITE_KEY nowhere',
  ])
})

test('a value of the environment that only a weaker file has is still the stronger', () => {
  expect(read({ NODE_ENV: 'staging', PORT: '4' }, files)).toMatchObject({ PORT: 4 })
})

test('an unknown profile is refused, and no file is read for it', () => {
  const says =
    'NODE_ENV: Invalid option: expected one of "development"|"test"|"staging"|"production"'
  expect(() => read({ NODE_ENV: 'qa' }, { '.env.qa': 'PORT=many' })).toThrow(
    `The environment is not complete:\n  ${says}`,
  )
})

const code = `
  // Where it flies.
  PORT: z.coerce.number(),
  /**
   * What it looks like,
   * from the nose to the tail.
   */
  KITE_COLOURS: z.string(),
`

test('explains what each setting is for, where it comes from and over what, and keeps secrets', () => {
  const folder = folderWith({ ...files, '.env': `${files['.env']}KITE_KEY=a-long-secret-value\n` })
  const environment = { NODE_ENV: 'staging', PORT: 'many', KITE_KEY: 'my-secret' }
  const explained = explainSettings(Settings, findSources(environment, folder), code)
  expect(explained).toEqual({
    faults: [],
    schema: expect.any(Object),
    settings: [
      {
        name: 'NODE_ENV',
        type: 'one of development, test, staging, production',
        default: 'development',
        isSecret: false,
        value: 'staging',
        from: 'the environment',
        overrides: [],
        faults: [],
      },
      {
        name: 'PORT',
        description: 'Where it flies.',
        type: 'integer',
        default: 3000,
        isSecret: false,
        from: 'the environment',
        overrides: [
          { value: '5', from: '.env.staging', line: 2 },
          { value: '4', from: '.env', line: 1 },
          { value: '6', from: 'config/staging.json', line: 1 },
        ],
        faults: ['Invalid input: expected number, received NaN'],
      },
      {
        name: 'KITE_COLOURS',
        description: 'What it looks like, from the nose to the tail.',
        type: 'text',
        default: 'red',
        isSecret: false,
        value: 'blue',
        from: '.env',
        line: 2,
        overrides: [{ value: 'green,white', from: 'config/staging.json', line: 1 }],
        faults: [],
      },
      {
        name: 'KITE_KEY',
        type: 'text of at least 12 characters',
        isSecret: true,
        from: 'the environment',
        overrides: [{ from: '.env', line: 3 }],
        faults: ['is too short'],
      },
    ],
  })
})

test('JSON Schema says what each setting may be, and which have to be given', () => {
  const all = z.object({
    KITES: z.coerce.number().int().min(1).max(9),
    FLYING: z.stringbool().optional(),
    PLACES: AddressList.describe('Where.'),
    KEY: secret(z.url()),
  })
  expect(explainSettings(all, [], '').schema).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      KITES: { type: 'integer', minimum: 1, maximum: 9 },
      FLYING: { type: 'boolean' },
      PLACES: { type: 'string', description: 'Where.', default: '' },
      KEY: { type: 'string', format: 'uri', writeOnly: true },
    },
    required: ['KITES', 'KEY'],
  })
})

test('takes secrets out of texts, as they are, as JSON has them and out of URLs', () => {
  const shape = z.object({ URL: secret(z.url()), KEY: secret(z.string()), NAME: z.string() })
  const values = {
    URL: 'postgres://me:pass%20word@host/db',
    KEY: 'quo"ted"key',
    NAME: 'my-own-name',
  }
  const redact = redactionOf(shape, values)
  const said = `${values.URL} pass word ${values.KEY} ${JSON.stringify(values.KEY)} ${values.NAME}`
  expect(redact(said)).toBe('[secret] [secret] [secret] "[secret]" my-own-name')
})
