import { sep } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

import { elifError } from '../errors/elif-error.ts'
import { devFault, type DevFault } from './dev-fault.ts'
import { placeOf, placesIn } from './own-place.ts'
import type { Failure } from './worker.ts'
import type { FailureReport } from './worker-message.ts'

type Read = (path: string) => string | undefined

/** Why an app did not become ready, with the place in its own code where there is one. */
export function bootFault(root: string, read: Read, failure: Failure): DevFault {
  const { ending, printed, report } = failure
  const message = report ? namedMessage(report) : printedMessage(printed)
  const at = atPlace(root, failure)
  const error = message
    ? elifError('dev-boot', { message }, at)
    : elifError('dev-boot-exit', { ending }, at)
  return devFault(error, read, traceOf(root, failure))
}

/** Why an app that was running is gone. */
export const exitFault = (root: string, read: Read, failure: Failure): DevFault =>
  devFault(
    elifError('dev-app-exited', failure, atPlace(root, failure)),
    read,
    traceOf(root, failure),
  )

function atPlace(root: string, { printed, report }: Failure) {
  const at = placeOf(root, `${report?.stack ?? ''}\n${printed}`)
  return at ? { at } : {}
}

const traceOf = (root: string, { printed, report }: Failure) =>
  ownTrace(root, report?.stack ?? printed)

const namedMessage = ({ name, message }: FailureReport) =>
  name && name !== 'Error' ? `${name}: ${message}` : message

/**
 * An app that ends by itself prints its reason: what stands before the trace, without log lines,
 * Node's warnings, and the source line that Node shows first.
 */
function printedMessage(printed: string): string {
  const lines = stripVTControlCharacters(printed)
    .split(/\r?\n/)
    .filter((line) => !/^\{|^\(node:\d+\)|^\(Use `node/.test(line))
  const traced = lines.findIndex((line) => /^\s+at /.test(line))
  const told = traced === -1 ? lines : lines.slice(0, traced)
  const caret = told.findIndex((line) => /^\s*\^+$/.test(line))
  return told
    .slice(caret + 1)
    .join('\n')
    .trim()
    .slice(0, longest)
}

const longest = 2_000

/** The lines of a trace that speak of the app's own files, by their paths in it. */
function ownTrace(root: string, stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && placesIn(root, line).length > 0)
    .map((line) => line.trim().replaceAll('file://', '').replaceAll(`${root}${sep}`, ''))
    .join('\n')
}
