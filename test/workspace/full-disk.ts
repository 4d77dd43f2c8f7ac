import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import { applyChangeSet } from '../../src/workspace/apply-change-set.ts'
import { recover } from '../../src/workspace/recover.ts'
import { changeSetOf, treeOf } from './scratch-app.ts'

/**
 * Applies one change set on a small disk with no page free, then one, then two, until it fits, and
 * prints for each how it ended and whether the app is exactly as before or as after.
 */
const [disk = ''] = process.argv.slice(2)
const page = 4096
const old = 'o'.repeat(3 * page)
const fresh = 'n'.repeat(5 * page)
const root = join(disk, 'shop')
const ends: { free: number; code: string; tree: string }[] = []

function prepare() {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(join(root, 'src'), { recursive: true })
  for (const name of ['a.ts', 'src/b.ts', 'c.ts']) writeFileSync(join(root, name), old)
  return treeOf(root)
}

function leaveFree(pages: number) {
  const { bavail } = statfsSync(disk)
  writeFileSync(join(disk, 'rest'), Buffer.alloc(Math.max(bavail - pages, 0) * page))
}

const changes = changeSetOf(
  { kind: 'edit', path: 'a.ts', before: old, after: fresh },
  { kind: 'move', from: 'src/b.ts', to: 'lib/deep/b.ts', before: old, after: fresh },
  { kind: 'create', path: 'src/new.ts', after: fresh },
  { kind: 'delete', path: 'c.ts', before: old },
)

prepare()
await applyChangeSet(root, changes)
const after = treeOf(root)

for (let free = 0; free < 64; free++) {
  const before = prepare()
  leaveFree(free)
  const code = await applyChangeSet(root, changes).then(
    () => 'applied',
    (error) => String(error.code),
  )
  rmSync(join(disk, 'rest'))
  await recover(root)
  const tree = treeOf(root)
  const end = [before, after].map((each) => isDeepStrictEqual(tree, each))
  ends.push({ free, code, tree: end[0] ? 'before' : end[1] ? 'after' : 'neither' })
  if (code === 'applied') break
}
console.log(JSON.stringify(ends))
