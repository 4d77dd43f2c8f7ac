import { randomUUID } from 'node:crypto'
import { ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

import { frameworkProblems } from '../errors/framework-problems.ts'
import type { Problem } from '../errors/problem.ts'
import type { ReplyShape } from './reply-shape.ts'

const { badRequest, headersTooLarge, requestTimeout } = frameworkProblems

const known: Record<string, () => Problem> = {
  ERR_HTTP_REQUEST_TIMEOUT: requestTimeout,
  HPE_HEADER_OVERFLOW: headersTooLarge,
}

/** Answers bytes that are not an HTTP request; there is no request object to answer through. */
export function answerClientError(
  error: Error & { code: string },
  socket: Socket,
  { problem: shape }: ReplyShape,
) {
  if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
  if (isAnswering(socket)) return socket.destroySoon()
  const problem = known[error.code]?.() ?? badRequest('The request is not valid HTTP.')
  const body = JSON.stringify(shape.body(problem, randomUUID()))
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      `content-type: ${shape.type}`,
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}

/** Written into an answer that is under way, another one would be taken for a part of it. */
function isAnswering(socket: Socket) {
  const answer: unknown = Reflect.get(socket, '_httpMessage')
  return answer instanceof ServerResponse && answer.headersSent
}
