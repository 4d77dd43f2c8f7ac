import { expect, test } from 'vitest'

import { checkUpgrade } from '../../src/actions/upgrade-check.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { oldApp } from './old-app.ts'
import { edited } from './owners.ts'
import { type Tree, upgraded, version } from './upgraded.ts'

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
