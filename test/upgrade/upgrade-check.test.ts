import { expect, test } from 'vitest'

import { checkUpgrade } from '../../src/actions/upgrade-check.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { oldApp } from './old-app.ts'
import { edited } from './owners.ts'
import { type Tree, upgraded, upgradeOf, version } from './upgraded.ts'

const reportOf = (tree: Tree) => checkUpgrade({ files: memoryFiles(tree), version, from: '0.1.0' })

test('an upgrade that is waiting is told, and where it conflicts', async () => {
  const run = 'src/framework/database/run-migrations.ts'
  const mine = edited(await oldApp('2026-11-20T1839'), run, 'run.direction)', 'run, 1)')
  const report = await reportOf(mine)
  expect(report).toMatchObject({ upToDate: false, from: '0.1.0', to: '0.2.0', notices: [] })
  expect(report.changes).toContainEqual({ kind: 'create', path: 'src/framework/behaviour.ts' })
  expect(report.conflicts.map(({ path }) => path)).toEqual([run])
})

test('an app that was upgraded is up to date', async () => {
  const { tree } = await upgraded(await oldApp('2026-11-20T1839'))
  expect(await reportOf(tree)).toMatchObject({ upToDate: true, changes: [], conflicts: [] })
})

test('what only the owner can decide is said again as a remark, and is no task', async () => {
  const { tree } = await upgraded(await oldApp('2026-11-20T1839'))
  const base = '.elif/base/package.json.base'
  const old = edited(tree, base, '"oxlint": "', '"oxlint": "0.')
  const mine = edited(old, 'package.json', '"oxlint": "', '"oxlint": "file:')
  const { changeSet, remarks } = await upgradeOf(mine)
  expect(changeSet).toEqual({ changes: [], notices: [], steps: [] })
  expect(remarks).toEqual([
    expect.stringMatching(
      /^package\.json: You have changed devDependencies\.oxlint in line \d+, and so has elif; yours stays\.\n"oxlint": "[\d.]+"$/,
    ),
  ])
  expect(await reportOf(mine)).toMatchObject({ upToDate: true, changes: [], conflicts: [] })
})
