import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

import { type Problem, ProblemReply, toProblemReply } from './problem.ts'

/** How an API puts what it says. The schemas are what its description shows; the functions make it so. */
export type ReplyShape = {
  problem: {
    type: string
    schema: z.ZodType
    body: (problem: Problem, requestId: string) => object
  }
  /** What replies come in: `{ data: … }`. Without one they are sent as they are. */
  envelope?: {
    schema: (reply: z.ZodType) => z.ZodType
    body: (reply: unknown) => object
  }
}

export const problemJson: ReplyShape = {
  problem: { type: 'application/problem+json', schema: ProblemReply, body: toProblemReply },
}

declare module 'fastify' {
  interface FastifyInstance {
    replyShapes: ReplyShapes
  }
}

type ReplyShapes = ReturnType<typeof createReplyShapes>

/** The shapes of the app's APIs by the prefix of their paths; what is under none is problem+json. */
function createReplyShapes() {
  const shapes: { prefix: string; shape: ReplyShape }[] = []

  return {
    add(prefix: string, shape: ReplyShape) {
      shapes.push({ prefix, shape })
      shapes.sort((one, other) => other.prefix.length - one.prefix.length)
    },
    of: (url: string) => shapes.find(({ prefix }) => isUnder(url, prefix))?.shape ?? problemJson,
  }
}

const isUnder = (url: string, prefix: string) =>
  prefix === '' || (url.startsWith(prefix) && /^[/?]?$/.test(url.charAt(prefix.length)))

/** Lets scopes have shapes of their own. Before all that looks at routes: they are to see what is sent. */
export function keepReplyShapes(http: FastifyInstance) {
  http.decorate('replyShapes', createReplyShapes())
  const wrapped = new WeakSet<z.ZodType>()

  http.addHook('onRoute', (route) => {
    const { envelope } = http.replyShapes.of(route.url)
    if (!envelope || !route.schema?.response) return
    const replies = Object.entries(route.schema.response).map(([status, reply]) => {
      // The HEAD of a route has its schemas, which have been seen to.
      if (!(reply instanceof z.ZodType) || wrapped.has(reply)) return [status, reply]
      const schema = envelope.schema(reply)
      wrapped.add(schema)
      return [status, schema]
    })
    route.schema = { ...route.schema, response: Object.fromEntries(replies) }
  })
}

/**
 * Gives everything under the prefix of a scope another shape, what no route takes included. Called
 * before the routes are registered, so that an API can meet a contract that is older than it.
 */
export function shapeReplies(http: FastifyInstance, shape: ReplyShape) {
  http.replyShapes.add(http.prefix, shape)
  const { envelope } = shape
  if (!envelope) return
  http.addHook('preSerialization', function envelop(_, reply, payload, done) {
    done(null, envelope.body(payload))
  })
}
