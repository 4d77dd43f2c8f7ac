import { STATUS_CODES } from 'node:http'

import { z } from 'zod'

import { frameworkProblems } from '../errors/framework-problems.ts'
import type { Problem } from '../errors/problem.ts'

export { type FieldError, Problem } from '../errors/problem.ts'

/** What needs no code of its own: `throw notFound('There is no invoice 7.')`. */
export const { badRequest, forbidden, notFound, conflict, invalid, unavailable } = frameworkProblems

/** What every failed request gets: application/problem+json as in RFC 9457, with a code to program against. */
export const ProblemReply = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  hint: z.string().optional(),
  requestId: z.string(),
  errors: z.array(z.object({ in: z.string(), field: z.string(), detail: z.string() })).optional(),
})
export type ProblemReply = z.infer<typeof ProblemReply>

export function toProblemReply({ status, code, message, extras }: Problem, requestId: string) {
  const title = STATUS_CODES[status] ?? 'Error'
  const { hint, errors = [] } = extras
  return {
    type: 'about:blank',
    title,
    status,
    code,
    detail: message,
    ...(hint !== undefined && { hint }),
    requestId,
    ...(errors.length > 0 && { errors }),
  } satisfies ProblemReply
}
