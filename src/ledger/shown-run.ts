import type { ElifError } from '../errors/elif-error.ts'
import type { Recorded } from './read-ledger.ts'
import { typedAgain } from './typed-again.ts'

/** Which run it was, as people and programs are told. */
export type ShownRun = {
  at: string
  /** Its command and what it made, in short: `make:resource Kite`. */
  title: string
  /** With its answers, as it could be typed again behind `./elif`. */
  command: string
  answers: Record<string, unknown>
  version: string
  record: string
}

/** A record that was skipped, and the way out. */
export type Damaged = { path: string; says: string; hint: string }

export const shownRun = ({ path, run }: Recorded): ShownRun => ({
  at: run.at,
  title: run.command,
  command: typedAgain(run),
  answers: run.answers,
  version: run.version,
  record: path,
})

export const shownDamage = ({ at, message, hint }: ElifError): Damaged => ({
  path: at?.path ?? '',
  says: message,
  hint,
})
