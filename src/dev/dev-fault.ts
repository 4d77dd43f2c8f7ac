import type { ElifError, Place } from '../errors/elif-error.ts'
import { codeFrame } from './code-frame.ts'

/** A fault of the app as `elif dev` shows it: in the terminal, to a browser, to a program. */
export type DevFault = {
  code: string
  says: string
  hint: string
  at?: Place
  frame?: string
  trace?: string
}

/** Adds what a reader wants to see beside the sentence: the lines around the place. */
export function devFault(
  error: ElifError,
  read: (path: string) => string | undefined,
  trace?: string,
): DevFault {
  const { code, message, hint, at } = error
  const source = at?.line === undefined ? undefined : read(at.path)
  return {
    code,
    says: message,
    hint,
    ...(at ? { at } : {}),
    ...(source !== undefined && at?.line ? { frame: codeFrame(source, at.line, at.column) } : {}),
    ...(trace ? { trace } : {}),
  }
}
