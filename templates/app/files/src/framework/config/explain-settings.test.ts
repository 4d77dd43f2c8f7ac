import { expect, test } from 'vitest'
import { z } from 'zod'

import { folderWith, kiteFiles, KiteSettings } from '../../../test/kite-settings.ts'
import { AddressList } from '../security/addresses.ts'
import { explainSettings } from './explain-settings.ts'
import { secret } from './secret.ts'
import { findSources } from './sources.ts'

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
  const folder = folderWith({
    ...kiteFiles,
    '.env': `${kiteFiles['.env']}KITE_KEY=a-long-secret-value\n`,
  })
  const environment = { NODE_ENV: 'staging', PORT: 'many', KITE_KEY: 'my-secret' }
  const explained = explainSettings(KiteSettings, findSources(environment, folder), code)
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
