import { expect, test } from 'vitest'

import { readManifest } from '../../src/project/manifest.ts'

const shop = { name: 'shop', elif: '0.9.0', preset: 'api', features: [] }
const read = (manifest: object, running: string) =>
  readManifest(JSON.stringify(manifest), 'elif.json', running)

const contents =
  'It holds name, elif (a version), preset ("api" or "minimal") and features (a list). One that an older elif wrote becomes so by ./elif upgrade'

test('what reads is read, whichever elif has written it', async () => {
  expect(await read(shop, '0.1.0')).toEqual(shop)
})

test.each([
  ['0.10.0', '0.9.1', 'It is of elif 0.10.0, and this is elif 0.9.1: update elif.'],
  ['1.0.0', '1.0.0-rc.1', 'It is of elif 1.0.0, and this is elif 1.0.0-rc.1: update elif.'],
  ['1.0.0-rc.1', '1.0.0', contents],
  ['0.9.0', '0.9.0', contents],
  ['0.9.0', '0.10.0', contents],
  ['the newest', '0.10.0', contents],
])('an elif.json of %s that does not read, in elif %s: %s', async (elif, running, hint) => {
  await expect(read({ ...shop, elif, tenants: 2 }, running)).rejects.toMatchObject({
    code: 'manifest-invalid',
    message: 'elif.json does not say what it should: Unrecognized key: "tenants".',
    hint,
    at: { path: 'elif.json' },
  })
})
