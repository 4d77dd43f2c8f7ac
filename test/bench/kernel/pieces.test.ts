import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { bare, mounting } from './made-apps.ts'
import { pieces } from './pieces.ts'

const files = join(import.meta.dirname, '../../../templates/app/files')

test('what the benchmark takes out of an app or puts in is there exactly once', () => {
  const changes = [...mounting, ...bare, ...Object.values(pieces).flat()]
  const wrong = changes.filter(
    ({ path, from }) => readFileSync(join(files, path), 'utf8').split(from).length !== 2,
  )
  expect(wrong).toEqual([])
})
