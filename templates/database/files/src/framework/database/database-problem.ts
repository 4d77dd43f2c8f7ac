import { DatabaseError } from 'pg'

import { conflict, invalid, notFound, type Problem, unavailable } from '../http/problem.ts'
import { DatabaseAway } from './database-away.ts'
import { isStale } from './statement-client.ts'

/** What the caller is told when the database refuses: undefined where the fault is in our SQL. */
export function databaseProblem(
  error: unknown,
  request: { isByPath: boolean },
): Problem | undefined {
  if (error instanceof DatabaseAway) return unavailable(error.message, { cause: error })
  if (!(error instanceof DatabaseError) || !error.code) return undefined
  if (isStale(error)) return busy()
  return exact[error.code]?.(error, request) ?? byClass[error.code.slice(0, 2)]?.(error)
}

type Answer = (error: DatabaseError, request: { isByPath: boolean }) => Problem

const unique: Answer = (error) => {
  const fields = keyFields(error)
  const detail =
    fields.length > 0 ? `This ${fields.join(', ')} is already taken.` : 'This exists already.'
  return conflict(detail, { errors: asErrors(fields, 'is already taken') })
}

const held = () => conflict('Something else still refers to this.')

const reference: Answer = (error) => {
  if (error.message.startsWith('update or delete')) return held()
  return conflict('This refers to something that does not exist.', {
    errors: asErrors(keyFields(error), 'does not exist'),
  })
}

const missing: Answer = ({ column }) =>
  invalid('A value is missing.', { errors: asErrors(column ? [column] : [], 'is missing') })

/** PostgreSQL names the rule of a column `products_price_check`. */
const check: Answer = ({ table, constraint = '' }) => {
  const isOfColumn = constraint.startsWith(`${table}_`) && /_check\d*$/.test(constraint)
  const column = constraint.replace(`${table}_`, '').replace(/_check\d*$/, '')
  return invalid('A value is outside of what is allowed.', {
    errors: asErrors(isOfColumn ? [column] : [], 'is not allowed'),
  })
}

const malformed: Answer = (error, { isByPath }) =>
  isByPath ? notFound('There is nothing with such an id.') : unfit(error)

const unfit = (error: DatabaseError) =>
  invalid('A value does not fit.', {
    errors: asErrors(error.column ? [error.column] : [], 'does not fit'),
  })

const busy = () => unavailable('The database is busy with something else that needs the same rows.')
const slow = () => unavailable('The database took too long.')
const away = () => unavailable('The database takes no more work at the moment.')

/** By SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const exact: Record<string, Answer> = {
  '22021': malformed,
  '22P02': malformed,
  '23001': held,
  '23502': missing,
  '23503': reference,
  '23505': unique,
  '23514': check,
  '23P01': () => conflict('This overlaps with something that exists.'),
  '40001': busy,
  '40P01': busy,
  '55P03': busy,
  '57014': slow,
}

const byClass: Record<string, (error: DatabaseError) => Problem> = {
  '08': away,
  '22': unfit,
  '28': away,
  '3D': away,
  '53': away,
  '54': unfit,
  '57': away,
}

/** The columns in `Key (first_name, email)=(…) …`, which reads like this in every language of the server. */
function keyFields({ detail = '' }: DatabaseError) {
  const columns = /\(([\w\s,"]+)\)=\(/.exec(detail)?.[1]
  return columns?.split(', ').map(camel) ?? []
}

const asErrors = (columns: string[], detail: string) =>
  columns.map((column) => ({ in: 'body', field: camel(column), detail }))

const camel = (column: string) =>
  column.replaceAll('"', '').replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
