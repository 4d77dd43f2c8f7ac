import type { LightMyRequestResponse } from 'fastify'
import { z } from 'zod'

import { ProblemReply } from '#app/framework/http/problem.ts'

const AnyObject = z.record(z.string(), z.unknown())

/** An answer that is still to come, and what it has to be. Given a schema, the body is read by it. */
export function expectAnswer(name: string, answer: Promise<LightMyRequestResponse>) {
  async function withStatus(status: number) {
    const response = await answer
    if (response.statusCode === status) return response
    throw new Error(`${name} answered ${response.statusCode}, not ${status}: ${response.body}`)
  }

  function bodyWith(status: number) {
    function read(): Promise<z.output<typeof AnyObject>>
    function read<T>(schema: z.ZodType<T>): Promise<T>
    async function read(schema: z.ZodType = AnyObject) {
      return schema.parse((await withStatus(status)).json())
    }
    return read
  }

  return {
    ok: bodyWith(200),
    created: bodyWith(201),
    noContent: () => withStatus(204),
    problem: (status: number) => bodyWith(status)(ProblemReply),
    response: () => answer,
  }
}
