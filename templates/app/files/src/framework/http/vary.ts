import type { FastifyReply } from 'fastify'

/** Says that another value of these request headers would have been answered differently. */
export function vary(reply: FastifyReply, ...names: string[]) {
  const given = String(reply.getHeader('vary') ?? '')
  const said = given.split(', ').filter((name) => name !== '')
  reply.header('vary', [...new Set([...said, ...names])].join(', '))
}
