import { expect, test } from 'vitest'

import { readConfig } from '../../../fixtures/golden/new/src/config.ts'

const url = 'postgres://kite:very-secret@localhost/kites'

test('has a default for everything but the database', () => {
  const { environment, http, database } = readConfig({ DATABASE_URL: url })
  expect([environment, http.host, http.port, database.url]).toEqual([
    'development',
    '127.0.0.1',
    3000,
    url,
  ])
})

test('names every fault at once and no value', () => {
  const environment = { NODE_ENV: 'qa', PORT: 'http', DATABASE_URL: 'very-secret', HOST: '' }
  expect(() => readConfig(environment)).toThrow(
    `The environment is not complete:
  NODE_ENV: Invalid option: expected one of "development"|"test"|"staging"|"production"
  PORT: Invalid input: expected number, received NaN
  DATABASE_URL: is not a postgres:// URL`,
  )
})

test('says what is not set', () => {
  expect(() => readConfig({ DATABASE_URL: '' })).toThrow(
    'The environment is not complete:\n  DATABASE_URL is not set',
  )
})

test.each(['staging', 'production'])(
  '%s shows no errors, checks no replies and allows no open writes',
  (profile) => {
    const { http } = readConfig({ NODE_ENV: profile, DATABASE_URL: url })
    const { showErrors, checkReplies, allowOpenWrites } = http
    expect([showErrors, checkReplies, allowOpenWrites]).toEqual([false, false, false])
  },
)
