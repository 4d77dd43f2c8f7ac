import { inspect } from 'node:util'

import { ElifError, elifError, type Place } from '../errors/elif-error.ts'
import { faultText } from '../terminal/fault-text.ts'
import type { Output } from './output.ts'
import { typedIn } from './typed-back.ts'

/** A fault as `--json` prints it. */
export type ReportedFault = { code: string; says: string; hint: string; at?: Place }

/** Prints a fault, as text or as JSON. */
export function reportFault(thrown: unknown, output: Output): void {
  const fault = systemFault(thrown) ?? thrown
  const reported = describeFault(fault)
  if (output.json) output.printJson({ error: reported })
  else output.complain(faultText(reported))
  if (!(fault instanceof ElifError)) output.complain(inspect(fault))
  else if (fault.cause !== undefined) output.detail(inspect(fault.cause))
}

/** The parts of a fault; what elif did not foresee is told as what it is. */
function describeFault(fault: unknown): ReportedFault {
  if (!(fault instanceof ElifError)) {
    const says = fault instanceof Error ? fault.message : String(fault)
    return { code: 'unexpected', says, hint: 'This is a fault of elif; what follows says where.' }
  }
  const { code, message, hint, at } = fault
  return { code, says: typedIn(message), hint: typedIn(hint), ...(at && { at }) }
}

/** What the operating system refused, as a fault of ours; undefined for everything else. */
function systemFault(thrown: unknown): ElifError | undefined {
  if (!(thrown instanceof Error) || !('syscall' in thrown) || !('code' in thrown)) return undefined
  const path = 'path' in thrown ? String(thrown.path) : undefined
  const { code, syscall } = thrown
  const values = { call: String(syscall), code: String(code), path, says: thrown.message }
  return elifError('system-refused', values, { cause: thrown })
}
