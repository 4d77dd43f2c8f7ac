import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'

/** A Node on this machine that is too old for elif, as new users have it; undefined without one. */
export const oldNode = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, process.platform === 'win32' ? 'node.exe' : 'node'))
  .find((node) => isOld(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout))

function isOld(version: string | undefined): boolean {
  const major = Number(/^v(\d+)/.exec(version ?? '')?.[1])
  return major >= 18 && major < 24
}
