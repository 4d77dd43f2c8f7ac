import type { FastifyInstance, FastifyRequest } from 'fastify'

/**
 * Who makes a request: nobody known, a user, or a program by its API key. `session` names the session
 * of the cookie that says so; a browser sends that by itself, so such a request may be forged.
 */
export type Actor =
  | { kind: 'anonymous'; session?: string }
  | { kind: 'user'; id: string; session?: string }
  | { kind: 'key'; id: string }

/** Finds out who makes a request, from what it carries. Whoever knows accounts gives one to createHttp. */
export type Identify = (request: FastifyRequest) => Actor | Promise<Actor>

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
  }
}

export const anonymous: Actor = { kind: 'anonymous' }

/** Everybody is anonymous where nobody identifies them. */
export const actorOf = (request: FastifyRequest): Actor => request.actor ?? anonymous

export function identifyActors(http: FastifyInstance, identify: Identify | undefined) {
  http.decorateRequest('actor', null)
  if (!identify) return
  http.addHook('onRequest', async (request) => {
    request.actor = await identify(request)
  })
}
