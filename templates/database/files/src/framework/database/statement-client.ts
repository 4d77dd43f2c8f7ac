import { Client, DatabaseError } from 'pg'

import { orAway } from './database-away.ts'

/** Statements beyond this many are planned anew each time, so that built queries cannot fill the memory of the server. */
const LIMIT = 1000
const names = new Map<string, string>()

function nameOf(text: string) {
  const known = names.get(text)
  if (known || names.size >= LIMIT) return known
  const name = `statement-${names.size + 1}`
  names.set(text, name)
  return name
}

/** Gives statements a name: PostgreSQL then parses and plans each once per connection, not once per call. */
export class StatementClient extends Client {
  #generation = 0

  override query<T>(statement: unknown, values?: unknown, callback?: unknown): T {
    const result = Reflect.apply(super.query, this, this.#named(statement, values, callback))
    if (!result?.catch) return result
    return result.catch((error: unknown) => {
      if (!isStale(error)) return orAway(error)
      this.#generation += 1
      if (this.getTransactionStatus() !== 'I') throw error
      return this.query(statement, values)
    })
  }

  #named(statement: unknown, values: unknown, callback: unknown) {
    const isFixed = typeof statement === 'string' && Array.isArray(values) && values.length > 0
    const name = isFixed && nameOf(statement)
    if (!name) return [statement, values, callback]
    return [{ name: `${name}.${this.#generation}`, text: statement, values }, callback]
  }
}

/** A migration changed the columns of a table after the statement was planned. */
export const isStale = (error: unknown) =>
  error instanceof DatabaseError &&
  error.code === '0A000' &&
  error.routine === 'RevalidateCachedQuery'
