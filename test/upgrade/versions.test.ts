import { expect, test } from 'vitest'

import { planAddFeature } from '../../src/actions/add-feature.ts'
import { planCreateVersion, planDeprecateVersion } from '../../src/actions/plan-version.ts'
import { parseManifest } from '../../src/project/manifest.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { madeToday } from './made-today.ts'
import { carriedOut, type Tree, upgradeOf } from './upgraded.ts'

const at = new Date('2026-11-20T20:08:00Z')

async function withTwoVersions(): Promise<Tree> {
  let tree = await madeToday()
  const manifest = parseManifest(tree['elif.json'] ?? '')
  const app = { files: memoryFiles(tree), manifest }
  const planned = { app, name: 'versions', install: false, at }
  tree = carriedOut(tree, await planAddFeature(planned))
  tree = carriedOut(
    tree,
    await planCreateVersion({ files: memoryFiles(tree), name: '2', current: true }),
  )
  return carriedOut(
    tree,
    await planDeprecateVersion({ files: memoryFiles(tree), name: '1', at, sunset: '2027-11-20' }),
  )
}

test('versions that commands have made and deprecated stay so, and nothing is said of it', async () => {
  const tree = await withTwoVersions()
  expect(tree['src/versions.ts']).toContain("sunset: '2027-11-20'")
  const { changeSet, remarks } = await upgradeOf(tree)
  expect(changeSet).toEqual({ changes: [], notices: [], steps: [] })
  expect(remarks ?? []).toEqual([])
})
