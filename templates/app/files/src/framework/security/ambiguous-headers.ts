import type { FastifyInstance } from 'fastify'

import { badRequest } from '../http/problem.ts'

/** Of these Node takes the first and others the last: whoever stands before the app may have read the other. */
const single = new Set(['host', 'authorization', 'content-type', 'content-length'])

export function refuseAmbiguousHeaders(http: FastifyInstance) {
  http.addHook('onRequest', ({ raw: { rawHeaders } }, _, done) => {
    const seen: string[] = []
    for (let index = 0; index < rawHeaders.length; index += 2) {
      const name = rawHeaders[index]?.toLowerCase() ?? ''
      if (!single.has(name)) continue
      if (seen.includes(name)) return done(badRequest(`The header ${name} is there twice.`))
      seen.push(name)
    }
    done()
  })
}
