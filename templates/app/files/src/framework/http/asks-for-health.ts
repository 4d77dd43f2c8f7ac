import type { FastifyRequest } from 'fastify'

/** Whoever watches the app is answered, whatever it refuses to others for a while. */
export const asksForHealth = ({ url }: FastifyRequest) => url.startsWith('/health/')
