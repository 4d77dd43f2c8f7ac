import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { frameworkProblems } from '../errors/framework-problems.ts'
import { pathOf } from './path-of.ts'
import { notFound } from './problem.ts'

/** Answers what no route takes: 404, 405 where other methods are taken, and OPTIONS with what they are. */
export function answerUnknownRoutes(http: FastifyInstance) {
  let known: { wanted: string[]; method: string }[] | undefined

  function methodsAt(path: string) {
    // Once all routes are there; unknown paths come in floods.
    known ??= http.routeList.flatMap(({ url, method }) =>
      urlsOf(http, url, method).map((each) => ({ wanted: each.split('/'), method })),
    )
    const given = path.split('/')
    return new Set(known.flatMap(({ wanted, method }) => (matches(wanted, given) ? method : [])))
  }

  function answer(request: FastifyRequest, reply: FastifyReply) {
    const path = pathOf(request.url)
    const methods = methodsAt(path)
    if (methods.size === 0) throw notFound(`There is nothing at ${path}.`)
    methods.add('OPTIONS')
    if (methods.has('GET')) methods.add('HEAD')
    const allow = [...methods].toSorted().join(', ')
    if (request.method === 'OPTIONS') return reply.code(204).header('allow', allow).send()
    const { method } = request
    throw frameworkProblems.methodNotAllowed({ path, method, allow }, { headers: { allow } })
  }

  // Before the body is read: an unknown path is a 404, whatever was sent to it.
  http.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done()
    answer(request, reply)
  })
  http.setNotFoundHandler(answer)
}

/** Under a prefix, `/` is answered with and without its slash; an optional parameter may be missing. */
function urlsOf(http: FastifyInstance, url: string, method: string) {
  if (url.endsWith('*')) return [url]
  if (url.endsWith('?')) return [url, url.slice(0, url.lastIndexOf('/'))]
  return http.hasRoute({ method, url: `${url}/` }) ? [url, `${url}/`] : [url]
}

function matches(wanted: string[], given: string[]) {
  const wildcard = wanted.indexOf('*')
  const length = wildcard === -1 ? wanted.length : wildcard
  if (wildcard === -1 ? given.length !== length : given.length < length) return false
  return wanted
    .slice(0, length)
    .every((part, index) => part === given[index] || (part.includes(':') && given[index] !== ''))
}
