import { defaults, Pool, types } from 'pg'

import { behaviour } from '../behaviour.ts'
import type { Log } from '../log/log.ts'
import { StatementClient } from './statement-client.ts'

export type PoolSettings = {
  url: string
  poolSize: number
  /** How long a request waits for a connection when all are in use, in milliseconds. */
  connectTimeout: number
  lockTimeout: number
  statementTimeout: number
}

// A zone's offset before the year 1900 has seconds, which the driver would cut off.
defaults.parseInputDatesAsUTC = behaviour.datesInUtc

const DATE = 1082
const DATE_ARRAY = 1182
const TEXT_ARRAY = 1009

/** A date has no time zone: it stays 'YYYY-MM-DD'. Big integers and decimals stay text anyway. */
function getTypeParser(type: number, format?: 'text' | 'binary') {
  if (type === DATE) return (text: string) => text
  return types.getTypeParser(type === DATE_ARRAY ? TEXT_ARRAY : type, format)
}

export function createPool(settings: PoolSettings, log: Log) {
  const pool = new Pool({
    connectionString: settings.url,
    max: settings.poolSize,
    connectionTimeoutMillis: settings.connectTimeout,
    lock_timeout: settings.lockTimeout,
    statement_timeout: settings.statementTimeout,
    idle_in_transaction_session_timeout: settings.statementTimeout,
    Client: StatementClient,
    types: { getTypeParser },
  })
  // Without listeners, losing a connection would end the process, whether it is in use or not.
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', (error) => log.warn({ err: error }, 'a database connection was lost'))
  return pool
}
