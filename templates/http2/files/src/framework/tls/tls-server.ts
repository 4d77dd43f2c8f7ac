import {
  type IncomingMessage,
  METHODS,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createSecureServer, type Http2ServerRequest, type ServerHttp2Session } from 'node:http2'
import type { Socket } from 'node:net'

import type { HttpSettings } from '../http/server.ts'
import { limitBody } from './limit-body.ts'
import type { Certificate } from './read-certificate.ts'
import { refuseMethod } from './refuse-method.ts'

export type TlsLimits = Pick<
  HttpSettings,
  'requestTimeout' | 'headersTimeout' | 'keepAliveTimeout' | 'idleTimeout'
>

/** What one connection may ask of the server at once: streams, the size of headers, how many of them. */
const ofSession = {
  settings: { maxConcurrentStreams: 100, maxHeaderListSize: 16_384, enablePush: false },
  maxHeaderListPairs: 100,
  // Who opens streams only to reset them costs work and is never at the limit above.
  streamResetBurst: 200,
  streamResetRate: 33,
}

type Options = { certificate: Certificate; limits: TlsLimits; answer: RequestListener }

/** Speaks HTTP/2 with those who know it and HTTP/1.1 with all others, by TLS 1.3 only. */
export function createTlsServer({ certificate, limits, answer }: Options): Server {
  const { requestTimeout, headersTimeout, keepAliveTimeout, idleTimeout } = limits
  const server = createSecureServer({
    ...certificate,
    ...ofSession,
    minVersion: 'TLSv1.3',
    allowHTTP1: true,
    handshakeTimeout: headersTimeout,
  })
  const connections = new Set<Socket>()

  server.on('request', (request, response) => {
    if (isOfStream(request)) {
      if (!METHODS.includes(request.method)) return refuseMethod(response)
      limitBody(request, requestTimeout)
    }
    // To those who do not ask for more, requests and answers of HTTP/2 are those of HTTP/1.1.
    answer(request as unknown as IncomingMessage, response as unknown as ServerResponse)
  })
  server.on('session', (session) => endWhenIdle(session, limits))
  server.setTimeout(idleTimeout)
  server.on('secureConnection', (socket: Socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })

  const withLimits = Object.assign(server, {
    // Those of HTTP/1.1; Node looks after them once they are here.
    requestTimeout,
    headersTimeout,
    keepAliveTimeout,
    connectionsCheckingInterval: headersTimeout / 5,
    closeAllConnections() {
      for (const socket of connections) socket.destroy()
    },
  })
  return withLimits as unknown as Server
}

/** First no new streams are taken, then those that stand still are cut off; Node would cut at once. */
function endWhenIdle(session: ServerHttp2Session, { keepAliveTimeout, idleTimeout }: TlsLimits) {
  session.removeAllListeners('timeout').setTimeout(keepAliveTimeout, () => {
    session.close()
    session.setTimeout(idleTimeout, () => session.destroy())
  })
}

/** A connection of HTTP/1.1 gives requests of another kind to the same listener. */
const isOfStream = (request: Http2ServerRequest) => request.httpVersionMajor === 2
