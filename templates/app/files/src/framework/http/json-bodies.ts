import { isUtf8 } from 'node:buffer'

import type { FastifyInstance } from 'fastify'

import { frameworkProblems } from '../errors/framework-problems.ts'

const { badJson, unsupportedMediaType } = frameworkProblems

const OTHER_CHARSET = /;\s*charset\s*=\s*(?!"?utf-?8"?\s*(?:;|$))/i

/**
 * Reads JSON and nothing else, in UTF-8 as JSON is, and not packed. Bytes that are no text would be
 * kept as something else than what was sent; a name that reaches for the prototype is refused.
 */
export function readJson(http: FastifyInstance) {
  const parse = http.getDefaultJsonParser('error', 'error')
  http.removeAllContentTypeParsers()
  http.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, bytes, done) => {
      const { 'content-type': type = '', 'content-encoding': packed } = request.headers
      if (packed !== undefined || OTHER_CHARSET.test(type)) return done(unsupportedMediaType())
      if (!isUtf8(bytes)) return done(badJson())
      parse(request, bytes.toString(), done)
    },
  )
}
