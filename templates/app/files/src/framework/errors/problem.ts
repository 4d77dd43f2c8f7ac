import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'

/** One thing that is wrong with a request: in which part of it, and in which field. */
export type FieldError = { in: string; field: string; detail: string }

export type Extras = {
  hint?: string
  errors?: FieldError[]
  /** The same errors in the words of another language. */
  inWords?: (words: z.core.$ZodErrorMap) => FieldError[]
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

/** Tells a problem in the language that a caller asks for, and the reply what it has looked at. */
export type Translate = (problem: Problem, request: FastifyRequest, reply: FastifyReply) => Problem
