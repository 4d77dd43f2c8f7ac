import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import {
  connect,
  type IncomingHttpHeaders,
  type IncomingHttpStatusHeader,
  type OutgoingHttpHeaders,
} from 'node:http2'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Http, HttpSettings } from '#app/framework/http/server.ts'
import { makeCertificate } from '#app/framework/tls/make-certificate.ts'
import { createTlsTransport } from '#app/framework/tls/tls-transport.ts'
import { openHttp } from './open-http.ts'

/** A certificate and its key in files of a folder that is gone again afterwards. */
export async function openCertificate() {
  const folder = await mkdtemp(join(tmpdir(), 'tls-'))
  const made = await makeCertificate()
  const paths = { certificate: join(folder, 'localhost.pem'), key: join(folder, 'key.pem') }
  await writeFile(paths.certificate, made.certificate)
  await writeFile(paths.key, made.key)
  return {
    ...paths,
    ca: made.certificate,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

const unhurried = {
  requestTimeout: 30_000,
  headersTimeout: 15_000,
  keepAliveTimeout: 72_000,
  idleTimeout: 120_000,
}

/** The server of the app by TLS, with routes of a test, listening. */
export async function openTls(routes: (http: Http) => void, changed: Partial<HttpSettings> = {}) {
  await using certificate = await openCertificate()
  const { ca } = certificate
  const transport = createTlsTransport({ on: true, ...certificate }, { ...unhurried, ...changed })
  const http = openHttp(routes, changed, { transport })
  const url = await http.listen({ port: 0, host: '127.0.0.1' })

  return {
    http,
    url,
    ca,
    /** A connection that speaks HTTP/2. */
    connect: () => connect(url, { ca }).on('error', () => {}),
    [Symbol.asyncDispose]: () => http.close(),
  }
}

export type Answer = {
  headers: IncomingHttpHeaders & IncomingHttpStatusHeader
  body: string
  reset: number
}

type Asked = OutgoingHttpHeaders & { ':path': string }

/** One request of a connection, with a body that ends unless it is told not to. */
export async function ask(
  session: ReturnType<typeof connect>,
  headers: Asked,
  { body, ends = true }: { body?: string; ends?: boolean } = {},
): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>()
  const answer: Answer = { headers: {}, body: '', reset: 0 }
  const stream = session.request(headers, { endStream: body === undefined })
  stream.on('response', (told) => (answer.headers = told))
  stream.on('data', (bytes) => (answer.body += bytes))
  stream.on('error', () => {})
  stream.on('close', () => resolve({ ...answer, reset: stream.rstCode ?? 0 }))
  if (body !== undefined) stream.write(body)
  if (body !== undefined && ends) stream.end()
  return await promise
}
