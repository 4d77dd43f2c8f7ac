import { expect, test } from 'vitest'

import { userFolders, userNumber } from '../../src/files/user-folders.ts'

test('follows the XDG variables', () => {
  const env = { XDG_CACHE_HOME: '/c', XDG_STATE_HOME: '/s', XDG_RUNTIME_DIR: '/r' }
  expect(userFolders(env)).toEqual({ cache: '/c/elif', state: '/s/elif', runtime: '/r/elif' })
})

test('falls back to the usual places, also for relative values, which do not count', () => {
  const usual = {
    cache: '/home/ada/.cache/elif',
    state: '/home/ada/.local/state/elif',
    runtime: `/tmp/elif-${userNumber()}`,
  }
  expect(userFolders({ HOME: '/home/ada' })).toEqual(usual)
  expect(userFolders({ HOME: '/home/ada', XDG_CACHE_HOME: 'cache' })).toEqual(usual)
})
