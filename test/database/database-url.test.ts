import { expect, test } from 'vitest'

import { databaseUrl } from '../../src/database/database-url.ts'

const options = { root: '/apps/shop', name: 'shop', purpose: 'development' } as const

test('an address that should lie in a file and does not is asked for; no other database takes its place', async () => {
  const env = { DATABASE_URL_FILE: '/run/secrets/none' }
  await expect(databaseUrl({ ...options, env })).rejects.toMatchObject({
    code: 'database-url-file-unreadable',
    message: 'DATABASE_URL_FILE names /run/secrets/none, and no address can be read from it.',
  })
})
