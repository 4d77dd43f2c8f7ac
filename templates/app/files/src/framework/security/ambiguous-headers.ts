import type { FastifyInstance } from 'fastify'

import { badRequest } from '../http/problem.ts'

/** Of these Node takes the first and others the last: whoever stands before the app may have read the other. */
const single = new Set(['host', 'authorization', 'content-type', 'content-length'])
/** Few names are as long as one of them, so few need to be read. */
const lengths = new Set([...single].map((name) => name.length))

/** A request says once for whom it is and how it is to be read. */
export function refuseAmbiguousHeaders(http: FastifyInstance) {
  http.addHook('onRequest', ({ raw: { rawHeaders, headers, httpVersion } }, _, done) => {
    if (headers.host === undefined && httpVersion === '1.1') {
      return done(badRequest('The header host is missing.'))
    }
    const seen: string[] = []
    for (let index = 0; index < rawHeaders.length; index += 2) {
      const written = rawHeaders[index] ?? ''
      if (!lengths.has(written.length)) continue
      const name = written.toLowerCase()
      if (!single.has(name)) continue
      if (seen.includes(name)) return done(badRequest(`The header ${name} is there twice.`))
      seen.push(name)
    }
    done()
  })
}
