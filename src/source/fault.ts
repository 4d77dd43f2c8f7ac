import type { ErrorValues } from '../errors/catalogue.ts'
import { type ElifError, elifError } from '../errors/elif-error.ts'

type FaultCode =
  | 'region-crossed'
  | 'region-duplicate'
  | 'region-inline'
  | 'region-nested'
  | 'region-split'
  | 'region-syntax'
  | 'region-unclosed'
  | 'region-unopened'

type ValuesOf = { [Code in FaultCode]: ErrorValues<Code> }
type FaultOf<Code extends FaultCode> = {
  [Each in Code]: { code: Each; values: ValuesOf[Each]; line: number; column: number }
}[Code]

/** What is wrong with the regions of a file, and where. */
export type Fault = FaultOf<FaultCode>

/** A fault at a place; the values are those of its code. */
export const faultAt = <Code extends FaultCode>(
  { line, column }: { line: number; column: number },
  code: Code,
  values: ValuesOf[Code],
): FaultOf<Code> => ({ code, values, line, column })

/** The fault as an error that names the file. */
export function faultError<Code extends FaultCode>(fault: FaultOf<Code>, path: string): ElifError {
  const { code, values, line, column } = fault
  return elifError<Code>(code, values, { at: { path, line, column } })
}
