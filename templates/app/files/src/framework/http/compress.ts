import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib'

import type { FastifyInstance, FastifyReply, onSendHookHandler } from 'fastify'

import { choicesIn } from './accepted.ts'
import { vary } from './vary.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** False for replies that hold a secret beside what the caller has sent: their size would tell of it. */
    compress?: boolean
  }
}

const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const [asGzip, asBrotli, asZstd] = [
  promisify(gzip),
  promisify(brotliCompress),
  promisify(zstdCompress),
]

/** What is taken where the caller wants several alike: the first of them. */
const encoders: Record<string, (payload: string | Buffer) => Promise<Buffer>> = {
  // Told how much will come, it takes tables of that size: less than half of the time under load.
  zstd: (payload) => asZstd(payload, { pledgedSrcSize: Buffer.byteLength(payload) }),
  br: (payload) => asBrotli(payload, quick),
  gzip: (payload) => asGzip(payload),
}

const compressible =
  /^(?:text\/(?!event-stream)|application\/(?:[\w.]+\+)?(?:json|xml|javascript)|image\/svg)/

/**
 * Compresses replies from `threshold` bytes on, in the thread pool, as the caller takes them. Below
 * it, headers and time cost more than is saved. Streams go as they are: only who sends them knows
 * when they have to be flushed.
 */
export function compressReplies(http: FastifyInstance, { threshold }: { threshold: number }) {
  const compress: onSendHookHandler = (request, reply, payload, done) => {
    if (!isLarge(payload, threshold) || !isCompressible(reply)) return done(null, payload)
    vary(reply, 'accept-encoding')
    const encoding = encodingFor(request.headers['accept-encoding'])
    const encode = encoders[encoding ?? '']
    if (!encode) return done(null, payload)
    encode(payload).then((encoded) => {
      reply.header('content-encoding', encoding).removeHeader('content-length')
      done(null, encoded)
    }, done)
  }

  http.addHook('onRoute', (route) => {
    if (route.config?.compress === false || threshold === Infinity) return
    route.onSend = [...[route.onSend ?? []].flat(), compress]
  })
}

const isLarge = (payload: unknown, threshold: number): payload is string | Buffer =>
  (typeof payload === 'string' || Buffer.isBuffer(payload)) && payload.length >= threshold

function isCompressible(reply: FastifyReply) {
  if (reply.hasHeader('content-encoding')) return false
  if (String(reply.getHeader('cache-control') ?? '').includes('no-transform')) return false
  return compressible.test(String(reply.getHeader('content-type') ?? ''))
}

/** The encoding that the caller wants most; undefined where it names none of ours. */
function encodingFor(header: string | undefined) {
  if (header === undefined) return undefined
  const choices = choicesIn(header)
  const weightOf = (name: string) =>
    (choices.find(({ value }) => value === name) ?? choices.find(({ value }) => value === '*'))
      ?.weight ?? 0
  let best: { name: string; weight: number } | undefined
  for (const name of Object.keys(encoders)) {
    const weight = weightOf(name)
    if (weight > (best?.weight ?? 0)) best = { name, weight }
  }
  return best?.name
}
