import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { vary } from '../http/vary.ts'
import { StartError } from '../lifecycle/start-error.ts'
import { textList } from '../values/text-list.ts'

const EVERYBODY = '*'

/** Origins as a variable lists them: `https://shop.example, http://localhost:5173`, or `*` alone. */
export const OriginList = textList().refine(
  (origins) => origins.every(isOrigin) || (origins.length === 1 && origins[0] === EVERYBODY),
  'has an entry that is not an origin such as https://shop.example',
)

/** Exactly as browsers write it: no path, no slash at the end, no default port. */
const isOrigin = (text: string) =>
  /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text

export type CorsSettings = {
  /** Whose pages may read answers; empty: nobody's but our own. */
  origins: string[]
  /** Whether they may send the user's cookies. Never with `*`. */
  credentials: boolean
  /** For how many seconds a browser may keep what a preflight said. */
  maxAge: number
}

const methods = 'GET, HEAD, POST, PUT, PATCH, DELETE'
const requestHeaders =
  'authorization, content-type, idempotency-key, if-match, if-none-match, last-event-id, x-csrf-token, x-request-id'
const replyHeaders =
  'etag, link, location, ratelimit, ratelimit-policy, retry-after, x-request-id, deprecation, sunset'

/** Pages of the listed origins may read answers. What is sent is from the list, never from the request. */
export function allowOrigins(
  http: FastifyInstance,
  { origins, credentials, maxAge }: CorsSettings,
) {
  if (origins.length === 0) return
  const forEverybody = origins.includes(EVERYBODY)
  if (forEverybody && credentials) {
    throw new StartError('CORS_CREDENTIALS needs the origins by name: CORS_ORIGINS is *.')
  }

  function permitted(origin: string | undefined) {
    if (forEverybody) return EVERYBODY
    return origins.find((each) => each === origin)
  }

  http.addHook('onRequest', (request, reply, done) => {
    if (!forEverybody) vary(reply, 'origin')
    const origin = permitted(request.headers.origin)
    if (origin === undefined) return done()
    reply.header('access-control-allow-origin', origin)
    if (credentials) reply.header('access-control-allow-credentials', 'true')
    if (isPreflight(request)) return answerPreflight(reply, maxAge)
    reply.header('access-control-expose-headers', replyHeaders)
    done()
  })
}

const isPreflight = ({ method, headers }: FastifyRequest) =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined

function answerPreflight(reply: FastifyReply, maxAge: number) {
  reply
    .code(204)
    .header('access-control-allow-methods', methods)
    .header('access-control-allow-headers', requestHeaders)
    .header('access-control-max-age', String(maxAge))
    .send()
}
