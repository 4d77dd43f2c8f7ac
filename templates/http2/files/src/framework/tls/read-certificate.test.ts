import { writeFile } from 'node:fs/promises'

import { expect, test } from 'vitest'

import { openCertificate } from '../../../test/open-tls.ts'
import { makeCertificate } from './make-certificate.ts'
import { readCertificate } from './read-certificate.ts'
import { createTlsTransport } from './tls-transport.ts'

const limits = {
  requestTimeout: 1000,
  headersTimeout: 1000,
  keepAliveTimeout: 1000,
  idleTimeout: 1000,
}

test('without a certificate, or with TLS off, the app speaks HTTP/1.1 in the clear', async () => {
  await using set = await openCertificate()
  const unset = { on: true, certificate: undefined, key: undefined }
  expect(createTlsTransport(unset, limits)).toBeUndefined()
  expect(createTlsTransport({ ...set, on: false }, limits)).toBeUndefined()
  expect(createTlsTransport({ ...set, on: true }, limits)).toMatchObject({ https: true })
})

test('a certificate without its key is told at the start, and a key without its certificate', async () => {
  await using set = await openCertificate()
  expect(() => readCertificate({ on: true, ...set, key: undefined })).toThrow(
    'TLS_CERTIFICATE is set and TLS_KEY is not: TLS needs both.',
  )
  expect(() => readCertificate({ on: true, ...set, certificate: undefined })).toThrow(
    'TLS_KEY is set and TLS_CERTIFICATE is not: TLS needs both.',
  )
})

test('a path at which nothing can be read is told with its setting', async () => {
  await using set = await openCertificate()
  expect(() => readCertificate({ on: true, ...set, key: 'nowhere/key.pem' })).toThrow(
    'TLS_KEY is nowhere/key.pem, which cannot be read: ENOENT',
  )
})

test('a key of another certificate is told, and a file that is none', async () => {
  await using set = await openCertificate()
  const { key } = await makeCertificate()
  await writeFile(set.key, key)
  expect(() => readCertificate({ on: true, ...set })).toThrow(
    `${set.certificate} and ${set.key} are no certificate and its key in PEM:`,
  )
  await writeFile(set.key, 'no key')
  expect(() => readCertificate({ on: true, ...set })).toThrow('are no certificate and its key')
})
