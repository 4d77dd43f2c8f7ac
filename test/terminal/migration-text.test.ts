import { stripVTControlCharacters } from 'node:util'

import { expect, test } from 'vitest'

import { migratedText, migrationsText } from '../../src/terminal/migration-text.ts'

const database = { server: 'given' as const, where: 'shop on localhost:5432' }
const step = { name: 'one', direction: 'up' as const, duration: 3 }

const said = (direction: 'up' | 'down', count: number) =>
  migratedText({
    direction,
    database,
    steps: Array.from({ length: count }, () => step),
    schema: 'unchanged',
  })

test('says what came of a run in a sentence', () => {
  expect([said('up', 0), said('up', 1), said('down', 2), said('down', 0)]).toEqual([
    'No migration is pending in shop on localhost:5432.',
    'Applied 1 migration to shop on localhost:5432.',
    'Took back 2 migrations of shop on localhost:5432.',
    'There is nothing to take back in shop on localhost:5432.',
  ])
})

test('shows each migration with what its state means', () => {
  const appliedAt = new Date('2026-11-20T17:37:55.866Z')
  const text = migrationsText({
    database,
    upToDate: false,
    migrations: [
      { name: '20261120T101500-create-kites', state: 'applied', appliedAt, batch: 1 },
      { name: '20261120T101600-add-tail', state: 'changed', appliedAt, batch: 1 },
      { name: '20261120T101700-more', state: 'pending' },
    ],
  })
  expect(stripVTControlCharacters(text)).toBe(
    `20261120T101500-create-kites  applied  batch 1, 2026-11-20T17:37:55.866Z
20261120T101600-add-tail      changed  the file was changed after it was applied
20261120T101700-more          pending  not applied yet`,
  )
})
