import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'

import { StartError } from '../lifecycle/start-error.ts'

export type TlsSettings = {
  /** False: HTTP/1.1 in the clear, whatever else is set. */
  on: boolean
  /** The path of the certificate in PEM, with those that lead to one that callers know. */
  certificate: string | undefined
  /** The path of its private key in PEM. */
  key: string | undefined
}

export type Certificate = { cert: Buffer; key: Buffer }

/** The certificate and its key, which belong together; undefined where neither is set. */
export function readCertificate({ certificate, key }: TlsSettings): Certificate | undefined {
  if (certificate === undefined && key === undefined) return undefined
  if (certificate === undefined) throw alone('TLS_KEY', 'TLS_CERTIFICATE')
  if (key === undefined) throw alone('TLS_CERTIFICATE', 'TLS_KEY')
  const read = { cert: readSet('TLS_CERTIFICATE', certificate), key: readSet('TLS_KEY', key) }
  try {
    createSecureContext(read)
  } catch (error) {
    throw new StartError(
      `${certificate} and ${key} are no certificate and its key in PEM: ${wordsOf(error)}`,
    )
  }
  return read
}

const alone = (set: string, missing: string) =>
  new StartError(`${set} is set and ${missing} is not: TLS needs both.`)

function readSet(name: string, path: string) {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new StartError(`${name} is ${path}, which cannot be read: ${wordsOf(error)}`)
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
