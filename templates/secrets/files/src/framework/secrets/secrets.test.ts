import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { environmentSource } from '../config/sources.ts'
import { decrypted, encrypted, keysIn, newKey } from './encryption.ts'
import { openSecrets, readSecrets, removeSecret, rotateSecrets, setSecret } from './secret-file.ts'
import { withSecrets } from './secret-source.ts'

function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) }
}

const [text, other] = [newKey(), newKey()]
const [key] = keysIn(text)

test('a value comes back by its key and its name, and by nothing else', () => {
  const shut = encrypted('PASSWORD', 'kites é', key)
  expect(shut).not.toContain('kites')
  expect(encrypted('PASSWORD', 'kites é', key)).not.toBe(shut)
  expect(decrypted('PASSWORD', shut, [key])).toBe('kites é')
  expect(decrypted('USERNAME', shut, [key])).toBeUndefined()
  expect(decrypted('PASSWORD', shut, keysIn(other))).toBeUndefined()
  const last = shut.endsWith('A') ? 'B' : 'A'
  expect(decrypted('PASSWORD', `${shut.slice(0, -2)}${last}${last}`, [key])).toBeUndefined()
})

test.each(['', 'short', `${text}x`, `${text},nonsense`])('SECRETS_KEY=%s is refused', (setting) => {
  expect(() => keysIn(setting)).toThrow('SECRETS_KEY')
})

test('the file shows names in their order, and no value', () => {
  using place = openFolder()
  setSecret('TOKEN', 'abc-secret', key, place.folder)
  setSecret('PASSWORD', 'def-secret', key, place.folder)
  const written = readFileSync(join(place.folder, 'config/secrets.json'), 'utf8')
  expect(Object.keys(JSON.parse(written))).toEqual(['PASSWORD', 'TOKEN'])
  expect(written).not.toContain('secret')
  expect(removeSecret('TOKEN', place.folder)).toBe(true)
  expect(removeSecret('TOKEN', place.folder)).toBe(false)
  expect(openSecrets(readSecrets(place.folder) ?? {}, [key])).toEqual({ PASSWORD: 'def-secret' })
})

test('after a rotation the new key opens everything, and the old one nothing', () => {
  using place = openFolder()
  setSecret('TOKEN', 'abc', key, place.folder)
  expect(rotateSecrets(keysIn(`${other},${text}`), place.folder)).toBe(1)
  const secrets = readSecrets(place.folder) ?? {}
  expect(openSecrets(secrets, keysIn(other))).toEqual({ TOKEN: 'abc' })
  expect(() => openSecrets(secrets, [key])).toThrow('SECRETS_KEY does not open TOKEN')
})

test('secrets set what the environment does not, and more than files of the profile do', () => {
  using place = openFolder()
  setSecret('TOKEN', 'abc', key, place.folder)
  const environment = environmentSource({ SECRETS_KEY: text })
  const profile = { name: 'config/test.json', kind: 'config file', settings: {} } as const
  const sources = withSecrets([environment, profile], place.folder)
  expect(sources).toEqual([
    environment,
    { name: 'config/secrets.json', kind: 'env file', settings: { TOKEN: { value: 'abc' } } },
    profile,
  ])
})

test.each([
  [{}, 'is there, and SECRETS_KEY is not set'],
  [{ SECRETS_KEY: other }, 'SECRETS_KEY does not open TOKEN in config/secrets.json.'],
  [{ SECRETS_KEY: 'nonsense' }, 'SECRETS_KEY holds no key'],
])('the app does not start with %s', (variables, fault) => {
  using place = openFolder()
  setSecret('TOKEN', 'abc', key, place.folder)
  const [, source] = withSecrets([environmentSource(variables)], place.folder)
  expect(source?.fault).toContain(fault)
  expect(source?.settings).toEqual({})
})

test('without a file there is nothing to open, and a broken one is told', () => {
  using place = openFolder()
  const environment = environmentSource({})
  expect(withSecrets([environment], place.folder)).toEqual([environment])
  mkdirSync(join(place.folder, 'config'))
  writeFileSync(join(place.folder, 'config/secrets.json'), '{"TOKEN": 7}')
  expect(withSecrets([environment], place.folder)[1]?.fault).toContain('is no file of secrets')
})
