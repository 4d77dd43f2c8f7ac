import type { ErrorCode, ErrorValues } from '../errors/catalogue.ts'
import { elifError, ElifError, type Place } from '../errors/elif-error.ts'
import type { Editor } from '../source/edit.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Something the doctor noticed: what, where, and the way out. */
export type Finding = {
  code: string
  severity: Severity
  at: Place
  says: string
  hint: string
  /** Mends the file where it lies; only where there is no doubt how. */
  fix?: Editor
}

/** A finding in the words of the catalogue. */
export const finding = <Code extends ErrorCode>(
  severity: Severity,
  at: Place,
  code: Code,
  values: ErrorValues<Code>,
): Finding => findingOf(severity, elifError(code, values, { at }), at)

/** A fault that something threw, as a finding; `at` is where it lies when the fault does not say. */
export function findingOf(severity: Severity, error: ElifError, at: Place): Finding {
  const { code, message, hint } = error
  return { code, severity, at: error.at ?? at, says: message, hint }
}

/** What kept a file from being read, told at its path in the app; faults of elif are thrown on. */
export function unreadFinding(fault: unknown, path: string): Finding {
  if (!(fault instanceof ElifError)) throw fault
  return { ...findingOf('error', fault, { path }), at: { path } }
}

/** Whether nothing has to be done; what is only listed does not count. */
export const isHealthy = (findings: Finding[]) =>
  findings.every(({ severity }) => severity === 'info')

const ranks = { error: 0, warning: 1, info: 2 }

/** The gravest first, then by place. */
export const byGravity = (one: Finding, other: Finding) =>
  ranks[one.severity] - ranks[other.severity] ||
  compare(one.at.path, other.at.path) ||
  (one.at.line ?? 0) - (other.at.line ?? 0) ||
  compare(one.says, other.says)

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other))
