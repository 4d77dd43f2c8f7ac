import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

import type { FastifyInstance } from 'fastify'

import { badRequest } from '../http/problem.ts'
import { ambiguityIn } from './ambiguous-headers.ts'

const SLASH = 47
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/**
 * Refuses what Node takes and others read otherwise: for another host, of another path or length. The
 * connection is closed, since what comes next on it may be part of the same request to somebody else.
 */
export function refuseMalformedRequests(http: FastifyInstance) {
  const isHost = createHostCheck()
  const closing = new WeakSet<Socket>()

  function faultIn(raw: IncomingMessage) {
    const { url = '', headers } = raw
    if (closing.has(raw.socket)) return 'The request before it was refused.'
    if (url.charCodeAt(0) !== SLASH || url.includes('#')) return 'Its target is not a path.'
    const host = headers[':authority'] ?? headers.host
    if (host !== undefined && !isHost(host)) return 'The header host is not a host.'
    return ambiguityIn(raw) ?? framingFaultIn(raw)
  }

  http.addHook('onRequest', ({ raw }, _, done) => {
    const fault = faultIn(raw)
    if (fault === undefined) return done()
    if (isOfHttp2(raw)) return done(badRequest(fault))
    closing.add(raw.socket)
    done(badRequest(fault, { headers: { connection: 'close' } }))
  })
}

function framingFaultIn(raw: IncomingMessage) {
  const { httpVersion, headers } = raw
  if (httpVersion !== '1.1' && httpVersion !== '1.0' && !isOfHttp2(raw)) {
    return `HTTP/${httpVersion} is not spoken here.`
  }
  const coding = headers['transfer-encoding']
  if (coding === undefined) return undefined
  if (httpVersion === '1.0') return 'HTTP/1.0 has no header transfer-encoding.'
  return coding.toLowerCase() === 'chunked'
    ? undefined
    : 'Of transfer codings, only chunked is read.'
}

/** Whoever writes HTTP/2.0 into a line of HTTP/1 has no such header. */
const isOfHttp2 = ({ headers }: IncomingMessage) => headers[':method'] !== undefined

/** Nearly all requests name the host of the one before. */
function createHostCheck() {
  let known: unknown
  return (host: unknown) => {
    if (host === known) return true
    if (typeof host !== 'string' || !HOST.test(host)) return false
    known = host
    return true
  }
}
