import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { findApp, findOlderApp } from '../../src/project/find-app.ts'
import { scratchFolder } from '../files/scratch-folder.ts'

const layout = { modules: 'src/modules' }
const older = { name: 'shop', elif: '0.1.0', preset: 'api', features: [], layout }

function appWith(manifest: object): string {
  const root = scratchFolder('elif-older-')
  mkdirSync(join(root, 'src'))
  writeFileSync(join(root, 'elif.json'), JSON.stringify(manifest))
  return root
}

test('an app of an older elif is found to be upgraded, whatever else its elif.json says', async () => {
  const root = appWith(older)
  expect(await findOlderApp(join(root, 'src'), '0.2.0')).toMatchObject({ root, version: '0.1.0' })
  await expect(findApp(root, '0.2.0')).rejects.toMatchObject({
    code: 'manifest-invalid',
    hint: expect.stringContaining('./elif upgrade'),
  })
})

test('an app of a newer elif is refused in a sentence', async () => {
  const root = appWith({ ...older, elif: '0.3.0' })
  await expect(findOlderApp(root, '0.2.0')).rejects.toMatchObject({
    code: 'upgrade-newer',
    message: 'elif 0.3.0 has worked on this app, and this is elif 0.2.0.',
    at: { path: join(root, 'elif.json') },
  })
})

test('without a version nobody can tell what to upgrade', async () => {
  await expect(findOlderApp(appWith({ name: 'shop' }), '0.2.0')).rejects.toMatchObject({
    code: 'manifest-invalid',
  })
})
