import { elifError } from '../errors/elif-error.ts'

/** A fault of the connection with its place named; every other fault stays what it is. */
export function databaseFault(url: string, error: unknown): unknown {
  if (!(error instanceof Error) || !isAboutConnection(error)) return error
  return elifError(
    'database-unreachable',
    { where: withoutSecrets(url), reason: reasonOf(error) },
    { cause: error },
  )
}

/** A URL as it may be shown: a password never leaves it. */
export function withoutSecrets(url: string): string {
  const parsed = URL.parse(url)
  if (!parsed) return 'DATABASE_URL, which is not a URL,'
  parsed.password = ''
  const secret = [...parsed.searchParams.keys()].filter((name) => /pass|key|secret/i.test(name))
  for (const name of secret) parsed.searchParams.delete(name)
  return parsed.toString()
}

/** No connection (a system error), refused credentials (28…), no such database (3D000), full (53…). */
function isAboutConnection(error: Error): boolean {
  if ('syscall' in error || error instanceof AggregateError) return true
  if (/^(Connection terminated|timeout expired)/.test(error.message)) return true
  return 'code' in error && /^(28|3D|53|57P|08)/.test(String(error.code))
}

const reasonOf = (error: Error) =>
  error instanceof AggregateError
    ? error.errors.map((each) => (each instanceof Error ? each.message : String(each))).join(', ')
    : error.message
