import { expect, test } from 'vitest'

import { checkApp } from '../../src/actions/check.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { shopFiles } from './shop.ts'

const region = '  // #region elif:environment'

async function findingsWith(setting: string) {
  const files = shopFiles()
  const config = (files['src/config.ts'] ?? '').replace(region, `  ${setting},\n${region}`)
  const { findings } = await checkApp(memoryFiles({ ...files, 'src/config.ts': config }))
  const line = config.split('\n').indexOf(`  ${setting},`) + 1
  return findings.map(({ code, at }) => `${code} ${at.path}${at.line === line ? ':there' : ''}`)
}

test.each(['MAIL_API_KEY', 'SMTP_PASSWORD', 'TOKEN', 'SESSION_SECRETS'])(
  'finds that %s is not marked as a secret',
  async (name) => {
    expect(await findingsWith(`${name}: z.string().optional()`)).toEqual([
      'setting-secret-unmarked src/config.ts:there',
    ])
  },
)

test.each([
  'MAIL_API_KEY: secret(z.string()).optional()',
  'TOKEN: z.optional(secret(z.string()))',
  'TOKEN_LIFETIME: z.coerce.number().default(60)',
  'KEYBOARD: z.string().optional()',
])('finds nothing in %s', async (setting) => {
  expect(await findingsWith(setting)).toEqual([])
})
