import { STATUS_CODES } from 'node:http'

import { z } from 'zod'

const FieldError = z.object({ in: z.string(), field: z.string(), detail: z.string() })
export type FieldError = z.infer<typeof FieldError>

/** What every failed request gets: application/problem+json as in RFC 9457, with a code to program against. */
export const ProblemReply = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  hint: z.string().optional(),
  requestId: z.string(),
  errors: z.array(FieldError).optional(),
})
export type ProblemReply = z.infer<typeof ProblemReply>

type Extras = {
  hint?: string
  errors?: FieldError[]
  headers?: Record<string, string>
  cause?: unknown
}

/** An answer to the caller that says what is wrong. Whatever else is thrown is a fault of ours. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly extras: Extras

  constructor(status: number, code: string, detail: string, extras: Extras = {}) {
    super(detail, { cause: extras.cause })
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.extras = extras
  }
}

export const badRequest = (detail: string, extras?: Extras) =>
  new Problem(400, 'bad-request', detail, extras)

export const forbidden = (detail: string, extras?: Extras) =>
  new Problem(403, 'forbidden', detail, extras)

export const notFound = (detail: string, extras?: Extras) =>
  new Problem(404, 'not-found', detail, extras)

export const conflict = (detail: string, extras?: Extras) =>
  new Problem(409, 'conflict', detail, extras)

export const invalid = (detail: string, extras?: Extras) =>
  new Problem(422, 'invalid', detail, extras)

/** Try again later: the fault is neither in the request nor in the code. */
export const unavailable = (detail: string, extras: Extras = {}) =>
  new Problem(503, 'unavailable', detail, { headers: { 'retry-after': '1' }, ...extras })

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
