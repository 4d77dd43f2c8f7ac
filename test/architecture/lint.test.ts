import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { root } from './repository.ts'

test('the linter finds nothing, in what elif is and in what it makes', () => {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--format=unix'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' })
})
