import { join } from 'node:path'

import { expect, test } from 'vitest'
import { z } from 'zod'

import { folderWith, KiteSettings, readKiteSettings } from '../../../test/kite-settings.ts'
import { explainSettings } from './explain-settings.ts'
import { redactionOf, secret } from './secret.ts'
import { environmentSource } from './sources.ts'

test('a secret may lie in a file that its place names, as containers have them', () => {
  const secrets = folderWith({ key: 'a-long-secret-value\n' })
  const path = join(secrets, 'key')
  const environment = { KITE_KEY_FILE: path, KITE_COLOURS_FILE: path }
  expect(readKiteSettings(environment)).toMatchObject({
    KITE_KEY: 'a-long-secret-value',
    KITE_COLOURS: 'red',
  })
  expect(readKiteSettings({ ...environment, KITE_KEY: 'my-own-secret' }).KITE_KEY).toBe(
    'my-own-secret',
  )
  expect(readKiteSettings(environment, { '.env': 'KITE_KEY=a-weaker-secret' }).KITE_KEY).toBe(
    'a-long-secret-value',
  )
  const { settings } = explainSettings(KiteSettings, [environmentSource(environment)], '')
  expect(settings.at(-1)).toMatchObject({ name: 'KITE_KEY', isSecret: true, from: path })
  expect(JSON.stringify(settings)).not.toContain('a-long-secret-value')
})

test('a file of a secret that is not there is told at the start', () => {
  expect(() => readKiteSettings({ KITE_KEY_FILE: '/no/such/file' })).toThrow(
    'The environment is not complete:\n  /no/such/file cannot be read, and KITE_KEY_FILE names it',
  )
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
