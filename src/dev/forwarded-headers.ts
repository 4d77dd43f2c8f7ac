import type { IncomingMessage } from 'node:http'
import { TLSSocket } from 'node:tls'

/** Headers that speak of one connection and never travel further. */
const ofConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'trailer',
  'upgrade',
])

const takesBody = new Set(['POST', 'PUT', 'PATCH'])

/** The headers of a request as the app gets them, in their order and spelling, as flat pairs. */
export function requestHeaders(request: IncomingMessage): string[] {
  const { headers, method = 'GET' } = request
  const passed = endToEnd(request.rawHeaders, headers.connection)
  const hasLength = headers['content-length'] ?? headers['transfer-encoding']
  // Without this, node:http would announce a chunked body where there is none.
  if (takesBody.has(method) && hasLength === undefined) passed.push('content-length', '0')
  return [...passed, ...forwardedBy(request)]
}

/** The headers of a reply as the client gets them; how it is framed is decided per connection. */
export function replyHeaders(reply: IncomingMessage): string[] {
  const passed = endToEnd(reply.rawHeaders, reply.headers.connection)
  return pairsOf(passed)
    .filter(([name]) => name.toLowerCase() !== 'transfer-encoding')
    .flat()
}

/** All headers of an upgrade, which is about the connection itself. */
export const upgradeHeaders = (request: IncomingMessage) => [
  ...request.rawHeaders,
  ...forwardedBy(request),
]

function endToEnd(raw: string[], connection = ''): string[] {
  const named = new Set(connection.split(',').map((name) => name.trim().toLowerCase()))
  const dropped = (name: string) => ofConnection.has(name) || named.has(name)
  return pairsOf(raw)
    .filter(([name]) => !dropped(name.toLowerCase()))
    .flat()
}

function forwardedBy(request: IncomingMessage): string[] {
  const { headers, socket } = request
  if (headers['x-forwarded-for'] !== undefined) return []
  return [
    'x-forwarded-for',
    socket.remoteAddress ?? '127.0.0.1',
    'x-forwarded-proto',
    socket instanceof TLSSocket ? 'https' : 'http',
    ...(headers.host === undefined ? [] : ['x-forwarded-host', headers.host]),
  ]
}

function pairsOf(flat: string[]): [string, string][] {
  const pairs: [string, string][] = []
  for (let index = 0; index + 1 < flat.length; index += 2) {
    pairs.push([flat[index] ?? '', flat[index + 1] ?? ''])
  }
  return pairs
}
