import { chmodSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Folders and variables of one test run: its servers and apps never meet those of the user. */
export type Sandbox = { folder: string; environment: Record<string, string> }

/** A new folder that other users may enter, because PostgreSQL refuses to run as root. */
export function createSandbox(): Sandbox {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'elif-test-')))
  chmodSync(folder, 0o755)
  for (const name of ['state', 'run', 'apps']) mkdirSync(join(folder, name))
  return {
    folder,
    // The cache stays the user's: it only holds copies of what npm brought.
    environment: {
      XDG_STATE_HOME: join(folder, 'state'),
      XDG_RUNTIME_DIR: join(folder, 'run'),
      NO_COLOR: '1',
    },
  }
}
