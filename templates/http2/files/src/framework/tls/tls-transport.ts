import type { Transport } from '../http/server.ts'
import { readCertificate, type TlsSettings } from './read-certificate.ts'
import { createTlsServer, type TlsLimits } from './tls-server.ts'

/**
 * Lets the server of the app answer HTTP/2 and HTTP/1.1 by TLS; undefined, and thereby HTTP/1.1 in the
 * clear, where no certificate is set or TLS is off.
 */
export function createTlsTransport(
  settings: TlsSettings,
  limits: TlsLimits,
): Transport | undefined {
  const certificate = settings.on ? readCertificate(settings) : undefined
  if (!certificate) return undefined
  // By `https`, Fastify knows how to write the address at which it listens.
  return {
    serverFactory: (answer) => createTlsServer({ certificate, limits, answer }),
    https: true,
  }
}
