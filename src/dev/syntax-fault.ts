import { stripTypeScriptTypes } from 'node:module'

import { elifError, type ElifError, type Place } from '../errors/elif-error.ts'

/**
 * Says why Node would refuse to load a file, without loading it. The judge is Node's own reader of
 * TypeScript, so that what passes here passes there.
 */
export function syntaxFault(path: string, source: string): ElifError | undefined {
  if (path.endsWith('.json')) return jsonFault(path, source)
  if (!/\.[cm]?[jt]s$/.test(path)) return undefined
  try {
    strip(source)
    return undefined
  } catch (fault) {
    return typeScriptFault(path, source, fault)
  }
}

function typeScriptFault(path: string, source: string, fault: unknown): ElifError {
  const { message, stack = '', code } = asFault(fault)
  const at = placeIn(path, source, stack)
  if (code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') {
    return elifError('dev-syntax-unsupported', { message }, { at })
  }
  return elifError('dev-syntax', { message }, { at })
}

/** The stack begins with ":12" and shows lines, tabs as four spaces, with carets below the place. */
function placeIn(path: string, source: string, stack: string): Place {
  const [head = '', ...shown] = stack.split('\n')
  const line = Number(/:(\d+)$/.exec(head)?.[1])
  if (!(line > 0)) return { path }
  const carets = shown.find((each) => /^ *\^+$/.test(each))
  if (carets === undefined) return { path, line }
  const text = source.split(/\r\n|\r|\n/)[line - 1] ?? ''
  return { path, line, column: columnOf(text, carets.indexOf('^')) }
}

function columnOf(text: string, shownAt: number): number {
  let width = 0
  let column = 1
  for (const character of text) {
    if (width >= shownAt) break
    width += character === '\t' ? 4 : 1
    column += 1
  }
  return column
}

function jsonFault(path: string, source: string): ElifError | undefined {
  try {
    JSON.parse(source.replace(/^\uFEFF/, ''))
    return undefined
  } catch (fault) {
    const { message } = asFault(fault)
    const line = Number(/line (\d+)/.exec(message)?.[1])
    const column = Number(/column (\d+)/.exec(message)?.[1])
    const at = { path, ...(line > 0 && { line }), ...(column > 0 && { column }) }
    return elifError('dev-syntax', { message }, { at })
  }
}

/** Node warns once that this call is experimental; that is not for the reader of elif's output. */
function strip(source: string): void {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}

function asFault(fault: unknown): { message: string; stack?: string; code?: string } {
  if (!(fault instanceof Error)) return { message: String(fault) }
  const { message, stack, code } = fault as NodeJS.ErrnoException
  return { message, ...(stack && { stack }), ...(code && { code }) }
}
