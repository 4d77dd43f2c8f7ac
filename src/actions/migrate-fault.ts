import { join, sep } from 'node:path'

import { databaseFault } from '../database/database-fault.ts'
import { placeOf } from '../dev/own-place.ts'
import { elifError, ElifError } from '../errors/elif-error.ts'
import { statusOf } from '../files/file-system.ts'
import { migrationsFolder } from '../project/layout.ts'
import type { Direction } from './migrate-runner.ts'

type Run = { root: string; direction: Direction; url: string }

/** What the app's runner threw, as a fault with a place and a way out. */
export function migrateFault(fault: unknown, { root, direction, url }: Run): unknown {
  if (!(fault instanceof Error) || fault instanceof ElifError) return fault
  const name = migrationOf(fault)
  if (name === undefined) return databaseFault(url, fault)
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
