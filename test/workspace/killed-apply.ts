import { fileSystem } from '../../src/files/file-system.ts'
import { applyChangeSet } from '../../src/workspace/apply-change-set.ts'
import type { ChangeSet } from '../../src/workspace/change-set.ts'

/** Writes a change set, and kills its own process with signal 9 at the n-th rename or unlink. */
const [root = '', stopAt = '', text = ''] = process.argv.slice(2)
const changeSet: ChangeSet = JSON.parse(text)
let calls = 0

function die() {
  calls++
  if (calls === Number(stopAt)) process.kill(process.pid, 'SIGKILL')
}

const disk: typeof fileSystem = {
  ...fileSystem,
  rename(from, to) {
    fileSystem.rename(from, to)
    die()
  },
  unlink(path) {
    die()
    fileSystem.unlink(path)
  },
}

await applyChangeSet(root, changeSet, { command: 'make:resource Product', disk })
