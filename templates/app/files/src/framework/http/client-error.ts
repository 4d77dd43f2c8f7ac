import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'

import { Problem, toProblemReply } from './problem.ts'

const statuses: Record<string, { status: number; detail: string }> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: 'The request took too long to arrive.' },
  HPE_HEADER_OVERFLOW: { status: 431, detail: 'The headers of the request are too large.' },
}

/** Answers bytes that are not an HTTP request; there is no request object to answer through. */
export function answerClientError(error: Error & { code: string }, socket: Socket) {
  if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
  const fallback = { status: 400, detail: 'The request is not valid HTTP.' }
  const { status, detail } = statuses[error.code] ?? fallback
  const reply = toProblemReply(new Problem(status, 'bad-request', detail), randomUUID())
  const body = JSON.stringify(reply)
  socket.end(
    [
      `HTTP/1.1 ${status} ${reply.title}`,
      'content-type: application/problem+json',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
