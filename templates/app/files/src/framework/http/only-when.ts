import type { FastifyReply, FastifyRequest } from 'fastify'

type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** A hook for those requests only that a condition holds for: `onRequest: onlyWhen(isWrite, requireLogin)`. */
export function onlyWhen(isMeant: (request: FastifyRequest) => boolean, hook: Hook): Hook {
  const conditional: Hook = async (request, reply) =>
    isMeant(request) ? hook(request, reply) : undefined
  // Lists of routes name the hook by what it does.
  return Object.defineProperty(conditional, 'name', {
    value: `${hook.name || 'hook'} (conditional)`,
  })
}
