import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, inject, test } from 'vitest'

import { behaviourFile } from '../../src/recipe/behaviours.ts'
import { linkTree } from '../made-app/link-tree.ts'
import { elif, type MadeApp, newFolder, openMadeApp } from '../made-app/made-app.ts'
import { json, startApp } from '../made-app/running-app.ts'
import { isFull } from '../tiers/full.ts'
import { oldApp, type OldVersion, oldVersions } from '../upgrade/old-app.ts'
import { editedEverywhere } from '../upgrade/owners.ts'

type Tree = Record<string, string>

/** An app of an older elif on disk, as its owner has left it. */
async function placed(version: OldVersion, owner: (tree: Tree) => Tree): Promise<MadeApp> {
  const root = join(newFolder(), 'shop')
  for (const [path, text] of Object.entries(owner(await oldApp(version)))) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  chmodSync(join(root, 'elif'), 0o755)
  linkTree(inject('dependencies'), join(root, 'node_modules'))
  return openMadeApp(root)
}

/** Upgrades as its owner would who has elif on the machine, with CI asking before and after. */
async function noticesOfUpgrade(app: MadeApp): Promise<number> {
  const check = await elif(['upgrade', '--check'], app.root)
  expect([check.exitCode, check.output]).toEqual([2, expect.stringContaining('src/framework')])
  const upgraded = await elif(['upgrade', '--yes', '--json'], app.root)
  const { result, notices } = JSON.parse(upgraded.output)
  expect(result).toBe('applied')
  const after = await elif(['upgrade', '--check'], app.root)
  expect([after.exitCode, after.output]).toEqual([0, expect.stringContaining('is up to date')])
  return notices.length
}

/** The oldest has the longest way, the last of them the shortest; all are for a full run. */
const [oldest, ...others] = oldVersions
const untouched = isFull ? oldVersions : [oldest, ...others.slice(-1)]
const edited = isFull ? oldVersions : [oldest]

test.each(untouched)('an untouched app of %s is whole after its upgrade', async (version) => {
  const app = await placed(version, (tree) => tree)
  expect(await noticesOfUpgrade(app)).toBe(0)
  await app.holds()
  await app.mustElif('check')
  await app.mustElif('status')
})

test.each(edited)('an edited app of %s type-checks and passes its tests', async (version) => {
  const app = await placed(version, editedEverywhere)
  // What is told is left to the owner: more of it in the oldest.
  const left = version === '2026-11-20T1741' ? 5 : 1
  expect(await noticesOfUpgrade(app)).toBe(left)
  await app.npm('typecheck')
  await app.npm('lint')
  await app.ownTests()
})

test('a behaviour stays as it was until its owner flips the setting', async () => {
  const placedApp = await placed('2026-11-20T1741', (tree) => tree)
  await noticesOfUpgrade(placedApp)
  const app = placedApp.with({ TZ: 'Europe/Amsterdam' })
  await app.mustElif('migrate')
  expect(await soldAt(app)).not.toBe(sold)
  app.write(behaviourFile, app.read(behaviourFile).replace('Utc: false', 'Utc: true'))
  expect(await soldAt(app)).toBe(sold)
})

/** Before zones were whole minutes apart. */
const sold = '1883-11-18T12:03:58.000Z'

/** The moment that the app answers for it. */
async function soldAt(app: MadeApp): Promise<unknown> {
  await using running = await startApp(app, ['node', 'elif', 'dev'])
  const review = { stars: 1, state: 'new', on: '2026-01-31', soldAt: sold }
  const { status, body } = await running.ask('/reviews', json('POST', review))
  expect(status).toBe(201)
  return (body as { soldAt: unknown }).soldAt
}
