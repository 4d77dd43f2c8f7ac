import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** Where elif keeps what belongs to a user and a machine, never to an app. */
export type UserFolders = { cache: string; state: string; runtime: string }

type Environment = Record<string, string | undefined>

/** The user's folders by the XDG rules; a relative value does not count, as those rules say. */
export function userFolders(env: Environment = process.env): UserFolders {
  const home = env['HOME'] || homedir()
  return {
    cache: join(absolute(env['XDG_CACHE_HOME']) ?? join(home, '.cache'), 'elif'),
    state: join(absolute(env['XDG_STATE_HOME']) ?? join(home, '.local', 'state'), 'elif'),
    runtime: runtimeFolder(absolute(env['XDG_RUNTIME_DIR'])),
  }
}

/** The number of this user; containers run as users that have no name. */
export const userNumber = () => process.getuid?.() ?? 0

/** The runtime folder of a user who has none: short, because a socket path may have 107 bytes. */
export const shortRuntimeFolder = () =>
  process.platform === 'win32' ? join(tmpdir(), 'elif') : `/tmp/elif-${userNumber()}`

const runtimeFolder = (given: string | undefined) =>
  given === undefined ? shortRuntimeFolder() : join(given, 'elif')

const absolute = (path: string | undefined) =>
  path !== undefined && isAbsolute(path) ? path : undefined
