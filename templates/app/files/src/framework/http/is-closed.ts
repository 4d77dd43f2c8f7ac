import type { FastifyReply } from 'fastify'

/** Whether an answer is over, sent or not. With HTTP/2, its stream alone knows. */
export const isClosed = ({ raw }: FastifyReply): boolean =>
  raw.closed || Object(Reflect.get(raw, 'stream')).closed === true
