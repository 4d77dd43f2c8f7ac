import { join } from 'node:path'

import { type Place, root } from './place.ts'
import { timedProgram } from './timed-program.ts'

/** The seconds of `npm run demo -- --check` in a fresh clone of what is committed here. */
export function benchDemo({ cwd, environment }: Place): number {
  const clone = join(cwd, 'clone')
  timedProgram('git', ['clone', '--quiet', root, clone], { cwd })
  return timedProgram('npm', ['run', 'demo', '--', '--check'], { cwd: clone, environment }) / 1000
}
