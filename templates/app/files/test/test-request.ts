import type { LightMyRequestResponse } from 'fastify'
import type { z } from 'zod'

import { ProblemReply } from '#app/framework/http/problem.ts'

type Json = Record<string, unknown>

/** An answer that is still to come, and what it has to be. Given a schema, the body is read by it. */
export function expectAnswer(name: string, answer: Promise<LightMyRequestResponse>) {
  async function withStatus(status: number) {
    const response = await answer
    if (response.statusCode === status) return response
    throw new Error(`${name} answered ${response.statusCode}, not ${status}: ${response.body}`)
  }

  async function body(status: number): Promise<Json>
  async function body<T>(status: number, schema?: z.ZodType<T>): Promise<T>
  async function body(status: number, schema?: z.ZodType) {
    const json: unknown = (await withStatus(status)).json()
    return schema ? schema.parse(json) : json
  }

  function ok(): Promise<Json>
  function ok<T>(schema: z.ZodType<T>): Promise<T>
  function ok(schema?: z.ZodType) {
    return body(200, schema)
  }

  function created(): Promise<Json>
  function created<T>(schema: z.ZodType<T>): Promise<T>
  function created(schema?: z.ZodType) {
    return body(201, schema)
  }

  return {
    ok,
    created,
    noContent: () => withStatus(204),
    problem: (status: number) => body(status, ProblemReply),
    response: () => answer,
  }
}
