import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'

import { upgradeHeaders } from './forwarded-headers.ts'
import type { Target } from './target.ts'

/** Joins a connection that leaves HTTP (WebSocket) to the app, as it is, until one side ends it. */
export function forwardUpgrade(
  request: IncomingMessage,
  client: Duplex,
  head: Buffer,
  target: Target,
): void {
  const leave = target.enter()
  const app = connect(target.port, '127.0.0.1')
  app.setNoDelay(true)
  app.write(headOf(request))
  if (head.length > 0) app.write(head)

  const end = () => {
    client.destroy()
    app.destroy()
    leave()
  }
  for (const side of [client, app]) side.once('error', end).once('close', end)
  app.pipe(client)
  client.pipe(app)
}

function headOf(request: IncomingMessage): string {
  const lines = [`${request.method} ${request.url} HTTP/1.1`]
  const headers = upgradeHeaders(request)
  for (let index = 0; index + 1 < headers.length; index += 2) {
    lines.push(`${headers[index]}: ${headers[index + 1]}`)
  }
  return `${lines.join('\r\n')}\r\n\r\n`
}
