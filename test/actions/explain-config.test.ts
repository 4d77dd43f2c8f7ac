import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { explainSettings } from '../../src/actions/explain-config.ts'
import { configText } from '../../src/terminal/config-text.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

const here = join(import.meta.dirname, '../..')

/** A new app as its golden tree has it, with files of its owner. */
function appWith(files: Record<string, string>) {
  const root = scratchFolder('elif-explain-')
  cpSync(join(here, 'fixtures/golden/new'), root, { recursive: true })
  symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'), 'junction')
  mkdirSync(join(root, 'config'))
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text)
  return root
}

test('tells of a real app what decides a setting and what it is over, by profile', async () => {
  const root = appWith({
    '.env': 'DATABASE_POOL_SIZE=4\n',
    '.env.staging': '# here\nDATABASE_POOL_SIZE=5\n',
    'config/staging.json': '{ "database": {\n  "poolSize": 6\n} }',
  })
  const name = 'database_pool_size'
  const { settings } = await explainSettings({ root, profile: 'staging', name })
  expect(settings).toEqual([
    {
      name: 'DATABASE_POOL_SIZE',
      description: 'How many connections to it one process may hold.',
      type: 'integer from 1 to 500',
      default: 10,
      isSecret: false,
      value: 5,
      from: '.env.staging',
      line: 2,
      overrides: [
        { value: '4', from: '.env', line: 1 },
        { value: '6', from: 'config/staging.json', line: 2 },
      ],
      faults: [],
    },
  ])
})

test('shows no secret, wherever it stands, and each fault', async () => {
  const secret = 'never-to-be-shown'
  const root = appWith({
    '.env': `DATABASE_URL=postgres://me:${secret}@host/db\nPORT=many\nAPP_SECRET=${secret}\n`,
    'config/development.json': `{ "appSecret": "${secret}", "kites": 2 }`,
  })
  const config = await explainSettings({ root, profile: 'development' })
  expect(JSON.stringify(config) + configText(config)).not.toContain(secret)
  const told = configText({
    settings: config.settings.filter(({ name }) => /DATABASE_URL|PORT|APP_SECRET/.test(name)),
    faults: config.faults,
  })
  expect(told.replaceAll(/ +$/gm, '')).toBe(`PORT          not valid  .env:2
              Invalid input: expected number, received NaN
              The port to listen at; 0 takes one that is free. Integer from 0 to 65535, else 3000.
DATABASE_URL  [secret]   .env:1
              The PostgreSQL that holds the data of the app. URL.
APP_SECRET    [secret]   .env:3
              over [secret] from config/development.json:1
              is a secret, and this file is not: set it in the environment
              is shorter than 32 characters
              Signs what the app gives to browsers. Text of at least 32 characters.
KITES is no setting of this app`)
})

test('every setting of a new app says what it is for', async () => {
  const { settings, schema } = await explainSettings({ root: appWith({}) })
  expect(settings.filter(({ description }) => !description).map(({ name }) => name)).toEqual([])
  expect(schema).toMatchObject({
    required: ['DATABASE_URL'],
    properties: { PORT: { type: 'integer', minimum: 0, maximum: 65_535, default: 3000 } },
  })
})

test('a database that elif brings is no fault, and in production it is one that nobody names any', async () => {
  const root = appWith({})
  const told = async (profile: string) =>
    configText(await explainSettings({ root, profile, name: 'DATABASE_URL' }))
  expect(await told('development')).toBe(`DATABASE_URL  not set
              elif dev, elif migrate and the tests bring a PostgreSQL of their own; node alone needs it set
              The PostgreSQL that holds the data of the app. URL.`)
  expect(await told('production')).toBe(`DATABASE_URL  not set
              is not set
              The PostgreSQL that holds the data of the app. URL.`)
})

test('names the setting that was meant', async () => {
  const root = appWith({})
  await expect(explainSettings({ root, name: 'PROT' })).rejects.toMatchObject({
    code: 'setting-unknown',
    message: 'The app has no setting PROT.',
    hint: 'Did you mean PORT ?',
  })
})
