import { DatabaseError } from 'pg'

/** The database could not be reached, or not in time: nothing about the request was wrong. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway'
}

const lostConnection =
  /^(Connection terminated|Client (was closed|has encountered)|timeout exceeded|Cannot use a pool)/

/** Throws what it is given, as DatabaseAway when the connection is what failed. */
export function orAway(error: unknown): never {
  if (!(error instanceof Error) || error instanceof DatabaseError) throw error
  const isLost = 'syscall' in error || 'errors' in error || lostConnection.test(error.message)
  if (!isLost) throw error
  throw new DatabaseAway('The database does not answer.', { cause: error })
}
