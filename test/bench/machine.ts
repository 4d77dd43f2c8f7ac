import { execFileSync } from 'node:child_process'
import { cpus, release, totalmem, type } from 'node:os'

/** What figures were measured on, and at which commit. */
export function machine(): string {
  const [processor] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim()
  const node = `Node ${process.versions.node}`
  return `${cpus().length} cores (${processor?.model.trim()}), ${memory} GB, ${type()} ${release()}, ${node}, commit ${commit}`
}
