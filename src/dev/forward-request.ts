import { request as connect, type IncomingMessage, type ServerResponse } from 'node:http'

import { replyHeaders, requestHeaders } from './forwarded-headers.ts'
import type { Target } from './target.ts'

export type Forwarding = {
  request: IncomingMessage
  response: ServerResponse
  target: Target
  /** Headers of the front door's own, as flat pairs. */
  added: string[]
  /** Called when the app could not be reached and nothing has been answered yet. */
  onLost: (cause: Error) => void
}

/** Sends one request on and its answer back; both bodies stream, both sides may give up. */
export function forwardRequest(forwarding: Forwarding): void {
  const { request, response, target } = forwarding
  const leave = target.enter()
  response.once('close', leave)
  send(forwarding, { mayRetry: isRepeatable(request) })
}

function send(forwarding: Forwarding, { mayRetry }: { mayRetry: boolean }): void {
  const { request, response, target } = forwarding
  const upstream = connect({
    host: '127.0.0.1',
    port: target.port,
    method: request.method,
    path: request.url,
    headers: requestHeaders(request),
    agent: target.agent,
  })
  const giveUp = () => upstream.destroy()
  response.once('close', giveUp)
  upstream.once('response', (reply) => answer(forwarding, reply))
  upstream.once('error', (cause) => {
    request.unpipe(upstream)
    response.off('close', giveUp)
    if (response.destroyed) return
    if (response.headersSent) return void response.destroy()
    // A kept connection may close in the very moment it is used again.
    if (mayRetry && upstream.reusedSocket) return send(forwarding, { mayRetry: false })
    forwarding.onLost(cause)
  })
  sendBody(forwarding, upstream)
}

/** A client that asks before it sends is told to go on when the app says so. */
function sendBody({ request, response }: Forwarding, upstream: ReturnType<typeof connect>): void {
  if (request.headers.expect?.toLowerCase() !== '100-continue') return void request.pipe(upstream)
  upstream.once('continue', () => {
    response.writeContinue()
    request.pipe(upstream)
  })
  upstream.flushHeaders()
}

function answer({ response, added }: Forwarding, reply: IncomingMessage): void {
  if (response.destroyed) return void reply.destroy()
  response.writeHead(reply.statusCode ?? 502, reply.statusMessage, [
    ...replyHeaders(reply),
    ...added,
  ])
  response.flushHeaders()
  reply.pipe(response)
  reply.once('error', () => response.destroy())
  reply.once('aborted', () => response.destroy())
}

/** Nothing is lost and nothing happens twice when such a request is sent again. */
function isRepeatable({ method = '', headers }: IncomingMessage): boolean {
  const hasBody = headers['content-length'] ?? headers['transfer-encoding']
  return ['GET', 'HEAD', 'OPTIONS'].includes(method) && hasBody === undefined
}
