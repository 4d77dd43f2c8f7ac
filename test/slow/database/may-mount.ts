import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether this process may mount a file system in memory: root may not in every container. */
export function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'elif-mount-'))
  const options = ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder]
  const mounted = spawnSync('mount', options).status === 0
  if (mounted) spawnSync('umount', [folder])
  rmdirSync(folder)
  return mounted
}
