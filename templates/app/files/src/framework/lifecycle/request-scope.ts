import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { isClosed } from '../http/is-closed.ts'
import { createScope, type Scope } from './scope.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Ends when the answer is sent, and when the caller hangs up before. */
    readonly scope: Scope
    openScope: Scope | null
    answer: FastifyReply | null
  }
}

type Needs = { log: FastifyBaseLogger }

/** Gives each request a scope that is made when it is first asked for: who never asks pays nothing. */
export function scopeRequests(http: FastifyInstance, needs: Needs) {
  http.decorateRequest('openScope', null)
  http.decorateRequest('answer', null)
  http.decorateRequest('scope', {
    getter(this: FastifyRequest) {
      this.openScope ??= open(this, needs)
      return this.openScope
    },
  })
  http.addHook('onRequest', (request, reply, done) => {
    request.answer = reply
    done()
  })
}

/** An answer is closed once, sent or not; one that is closed already ends the scope at once. */
function open(request: FastifyRequest, needs: Needs) {
  const scope = createScope(needs, { request })
  const end = () => {
    scope[Symbol.asyncDispose]().then(undefined, (error: unknown) => {
      request.log.error({ err: error }, 'the scope of a request did not close')
    })
  }
  const { answer } = request
  if (answer && isClosed(answer)) end()
  else answer?.raw.once('close', end)
  return scope
}
