import { expect, test, vi } from 'vitest'

import { planUndo } from '../../src/actions/undo.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { oldApp, oldVersions } from './old-app.ts'
import { editedEverywhere, moved } from './owners.ts'
import { carriedOut, type Tree, upgraded, withoutLedger } from './upgraded.ts'

// Whole apps are laid out here, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 120_000 })

const bases = (tree: Tree) =>
  Object.fromEntries(Object.entries(tree).filter(([path]) => path.startsWith('.elif/base/')))

test.each(oldVersions)('an upgrade of %s is taken back to the byte', async (version) => {
  const from = 'src/framework/database/run-migrations.ts'
  const old = moved(editedEverywhere(await oldApp(version)), from, 'src/run-migrations.ts')
  const { tree } = await upgraded(old)
  const { plan, left } = await planUndo({ files: memoryFiles(tree), run: 'upgrade' })
  const back = carriedOut(tree, plan)
  expect(left).toEqual([])
  expect(withoutLedger(back)).toEqual(withoutLedger(old))
  expect(bases(back)).toEqual(bases(old))
})
