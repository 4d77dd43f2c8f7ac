import { elifError } from '../errors/elif-error.ts'
import { messageOf } from '../errors/message-of.ts'
import { whereOf } from './database-place.ts'

/** A fault of the connection with its place named; every other fault stays what it is. */
export function databaseFault(url: string, error: unknown): unknown {
  if (!(error instanceof Error) || !isAboutConnection(error)) return error
  const values = { where: whereOf(url), reason: reasonOf(error) }
  return elifError('database-unreachable', values, { cause: error })
}

/** No connection (a system error), refused credentials (28…), no such database (3D000), full (53…). */
function isAboutConnection(error: Error): boolean {
  if ('syscall' in error || error instanceof AggregateError) return true
  if (/^(Connection terminated|timeout expired)/.test(error.message)) return true
  return 'code' in error && /^(E[A-Z]+$|28|3D|53|57P|08)/.test(String(error.code))
}

const reasonOf = (error: Error) =>
  error instanceof AggregateError ? error.errors.map(messageOf).join(', ') : error.message
