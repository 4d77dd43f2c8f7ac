import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, test } from 'vitest'

import { type MigrateEvent, migrateApp } from '../../src/actions/migrate.ts'
import { diskFiles } from '../../src/files/files.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

const runner =
  'export const migrate = async () => []\nexport const migrationStatus = async () => []\n'

function appWith(texts: Record<string, string>) {
  const root = scratchFolder('elif-migrate-')
  mkdirSync(join(root, 'node_modules'))
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const manifest = { name: 'shop', elif: '0.1.0', preset: 'api' as const, features: ['database'] }
  return { root, files: diskFiles(root), manifest }
}

test('settings of the formatter that are broken are told before a database is asked', async () => {
  const app = appWith({
    'src/framework/database/migrate.ts': runner,
    '.prettierrc.json': '{ "printWidth": "wide" }',
  })
  const events: MigrateEvent[] = []
  const environment = { DATABASE_URL: 'postgres://127.0.0.1:1/shop' }
  const onEvent = (event: MigrateEvent) => void events.push(event)
  await expect(migrateApp({ app, environment, direction: 'up', onEvent })).rejects.toMatchObject({
    code: 'format-settings-invalid',
    at: { path: '.prettierrc.json' },
  })
  expect(events).toEqual([])
})
