import { expect, test } from 'vitest'

import { rollbackOf } from '../../src/actions/undo-migrations.ts'
import type { MigrationStatus } from '../../src/actions/migrate-runner.ts'

const applied = (name: string, batch: number): MigrationStatus => ({
  name,
  state: 'applied',
  batch,
  appliedAt: new Date(Date.UTC(2026, 10, 20, batch)),
})

test('nothing comes back where the database has none of the migrations', () => {
  const pending: MigrationStatus = { name: '2-lines', state: 'pending' }
  expect(rollbackOf(['2-lines'], [applied('1-kites', 1), pending])).toBeUndefined()
})

test('the newest comes back alone', () => {
  const all = [applied('1-kites', 1), applied('2-lines', 1)]
  expect(rollbackOf(['2-lines'], all)).toEqual({ names: ['2-lines'], others: [], steps: 1 })
})

test('those that were applied later come back with it, whatever their names say', () => {
  const all = [applied('2-lines', 1), applied('1-kites', 2), applied('3-reels', 2)]
  expect(rollbackOf(['2-lines'], all)).toEqual({
    names: ['2-lines'],
    others: ['3-reels', '1-kites'],
    steps: 3,
  })
})
