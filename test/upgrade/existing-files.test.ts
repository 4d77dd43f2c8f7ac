import { expect, test } from 'vitest'

import { planMakeController } from '../../src/actions/make-controller.ts'
import { checkUpgrade } from '../../src/actions/upgrade-check.ts'
import type { OnExisting } from '../../src/recipe/existing.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { madeToday } from './made-today.ts'
import { carriedOut, type Tree, version } from './upgraded.ts'

const path = 'src/modules/bell/bell-controller.ts'

/** An app whose owner had a file where a controller was made, and said what becomes of it. */
async function madeOver(onExisting: OnExisting): Promise<Tree> {
  const tree = { ...(await madeToday()), [path]: 'export const mine = 1\n' }
  const files = memoryFiles(tree)
  return carriedOut(tree, await planMakeController({ files, name: 'Bell', onExisting }))
}

const reportOf = (tree: Tree) => checkUpgrade({ files: memoryFiles(tree), version, from: version })

test('a file that a run has put in place of another one is that run’s', async () => {
  const tree = await madeOver(() => 'replace')
  expect(await reportOf(tree)).toMatchObject({ upToDate: true, notices: [] })
})

test('one that its owner has kept is told, and is no upgrade that waits', async () => {
  const report = await reportOf(await madeOver(() => 'keep'))
  expect(report).toMatchObject({ upToDate: true, changes: [] })
  expect(report.notices.map((notice) => notice.path)).toEqual([path])
})
