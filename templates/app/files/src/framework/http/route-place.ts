import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

import { isOfPackages } from '../errors/is-of-packages.ts'

/** Where in the app's own code something is written; the file as seen from the app's folder. */
export type Place = { file: string; line: number }

/** Fastify has about ten calls between a route and its hook. */
const deepest = 30

/** `at kites (file:///app/kites.ts:7:3)`; loaders other than Node's name the path alone. */
const caller = /((?:file:\/\/|\/|[a-z]:\\)[^()\n]+?):(\d+):\d+\)?$/gim

/** The first place in the app's own code from which a function was called. */
export function placeOfCall(called: (...given: never[]) => unknown): Place | undefined {
  const { stackTraceLimit } = Error
  const trace = { stack: '' }
  Error.stackTraceLimit = deepest
  Error.captureStackTrace(trace, called)
  Error.stackTraceLimit = stackTraceLimit

  for (const [, where = '', line] of trace.stack.matchAll(caller)) {
    if (isOfPackages(where)) continue
    const path = where.startsWith('file:') ? fileURLToPath(where) : where
    return { file: relative(process.cwd(), path).replaceAll('\\', '/'), line: Number(line) }
  }
  return undefined
}
