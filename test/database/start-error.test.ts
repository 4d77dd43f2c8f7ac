import { expect, test } from 'vitest'

import { startError } from '../../src/database/start-error.ts'
import { serverPlace } from '../../src/database/server-place.ts'

const place = serverPlace('durable', { HOME: '/home/ada' })
const told = (written: string, kind = place) => {
  const { code, message } = startError(kind, '/data', written)
  return `${code}: ${message}`
}

test('says the last complaint of the server with its detail', () => {
  const written = `
2026-11-20 17:10:42.000 UTC [7] LOG:  starting PostgreSQL 18.4
2026-11-20 17:10:42.010 UTC [7] FATAL:  database files are incompatible with server
2026-11-20 17:10:42.010 UTC [7] DETAIL:  The data directory /data was initialized by PostgreSQL 15.
2026-11-20 17:10:42.020 UTC [7] LOG:  database system is shut down`
  expect(told(written)).toBe(
    'database-data-broken: PostgreSQL cannot open your development data in /data: ' +
      'database files are incompatible with server ' +
      '(The data directory /data was initialized by PostgreSQL 15.)',
  )
})

test('tells a full disk from broken data', () => {
  const written = 'FATAL:  could not write to file "pg_wal/x": No space left on device'
  expect(told(written)).toBe('database-disk-full: The disk that holds /data is full.')
})

test('says what the loader said when the program did not even start', () => {
  const written = 'postgres: error while loading shared libraries: libicui18n.so.60: no such file\n'
  expect(told(written)).toBe(
    'database-start-failed: The durable PostgreSQL server did not start: ' +
      'postgres: error while loading shared libraries: libicui18n.so.60: no such file',
  )
})

test('says so when nothing was written', () => {
  expect(told('')).toBe(
    'database-start-failed: The durable PostgreSQL server did not start: it said nothing.',
  )
})
