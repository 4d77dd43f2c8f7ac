import { join, sep } from 'node:path'

import { placeOf } from '../dev/own-place.ts'
import { elifError, ElifError } from '../errors/elif-error.ts'
import { statusOf } from '../files/file-system.ts'
import { type Direction, migrationsFolder } from './migrate-runner.ts'

export type ServerKind = 'given' | 'durable' | 'fast'

type Run = { root: string; direction: Direction; url: string }

/** What the app's runner threw, as a fault with a place and a way out. */
export function migrateFault(fault: unknown, { root, direction, url }: Run): unknown {
  if (!(fault instanceof Error) || fault instanceof ElifError) return fault
  const name = migrationOf(fault)
  if (name === undefined) return isAboutConnection(fault) ? unreachable(fault, url) : fault
  const path = `${migrationsFolder}/${name}.ts`
  const cause: unknown = fault.cause
  if (cause === undefined) return refused(fault, root, path)
  const line = placeOf(root, stackOf(cause))
  const at = line?.path === path ? line : { path }
  return elifError('migrate-failed', { name, direction, message: told(cause) }, { at, cause })
}

/** The runner's own error names the migration it is about. */
function migrationOf(fault: Error): string | undefined {
  return 'migration' in fault && typeof fault.migration === 'string' ? fault.migration : undefined
}

function refused(fault: Error, root: string, path: string): ElifError {
  const message = fault.message.replaceAll(`${root}${sep}`, '')
  const at = statusOf(join(root, path)) ? { at: { path } } : {}
  return elifError('migrate-refused', { message }, { ...at, cause: fault })
}

/** PostgreSQL's message with its detail and hint, which often hold the answer. */
function told(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const { message, detail, hint } = cause as Error & { detail?: string; hint?: string }
  return [message, detail, hint].filter(Boolean).join('\n  ')
}

const stackOf = (cause: unknown) => (cause instanceof Error ? (cause.stack ?? '') : '')

/** Refused by the system, or by PostgreSQL before a statement ran (classes 08, 28, 3D, 53, 57). */
const isAboutConnection = ({ code, syscall }: NodeJS.ErrnoException) =>
  syscall !== undefined || /^(E[A-Z]+|(08|28|3D|53|57)\w{3})$/.test(code ?? '')

function unreachable(fault: Error, url: string): ElifError {
  const inner = fault instanceof AggregateError ? fault.errors[0] : fault
  const reason = inner instanceof Error ? inner.message : String(inner)
  return elifError('database-unreachable', { where: whereOf(url), reason }, { cause: fault })
}

/** A database by its name and server, without user and password. */
export function whereOf(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL'
  const { host, pathname, searchParams } = new URL(url)
  const socket = searchParams.get('host')
  return `${pathname.slice(1) || 'the database'} on ${socket?.startsWith('/') ? socket : host}`
}

/** The same in words, where the server is one that elif keeps. */
export const placeOfDatabase = ({ url, server }: { url: string; server: ServerKind }) =>
  server === 'given' ? whereOf(url) : `${whereOf(url).split(' ')[0]} on the PostgreSQL elif keeps`
