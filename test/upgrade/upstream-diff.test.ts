import { expect, test } from 'vitest'

import { diffOfUpstream } from '../../src/actions/upstream-diff.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { oldApp } from './old-app.ts'
import { editedEverywhere } from './owners.ts'
import { type Tree, upgraded, version } from './upgraded.ts'

const reportOf = (tree: Tree, ...paths: string[]) =>
  diffOfUpstream({
    app: { root: '/shop', files: memoryFiles(tree) },
    folder: '/shop',
    paths,
    version,
  })

const textOf = async (tree: Tree, path: string) => {
  const { files } = await reportOf(tree, path)
  return files.map((file) => (file.kind === 'diff' ? file.diff : ''))
}

test('shows what templates change, whatever their owner has', async () => {
  const tree = await oldApp('2026-11-20T1812')
  const path = 'src/framework/http/zod-schemas.ts'
  const [diff] = await textOf(tree, path)
  expect(diff).toContain('+  return invalid(`The ${part} of the request ${are} not valid.`, {\n')
  expect(await textOf(editedEverywhere(tree), path)).toEqual([diff])
})

test('shows files that come and files that go, of a folder', async () => {
  const { files } = await reportOf(await oldApp('2026-11-20T1741'), 'src/framework/values')
  const lines = files.map((file) => file.kind === 'diff' && file.diff.split('\n').slice(0, 2))
  expect(lines).toContainEqual(['--- a/src/framework/values/times.ts', '+++ /dev/null'])
  expect(lines).toContainEqual(['--- /dev/null', '+++ b/src/framework/values/iso-times.ts'])
  expect(files).toHaveLength(9)
})

test('shows nothing once the app is upgraded', async () => {
  const { tree } = await upgraded(await oldApp('2026-11-20T1839'))
  expect(await reportOf(tree)).toEqual({ files: [], damaged: [] })
})
