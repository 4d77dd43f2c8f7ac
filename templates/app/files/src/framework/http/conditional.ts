import { hash } from 'node:crypto'

import type { FastifyInstance, FastifyRequest, onSendHookHandler } from 'fastify'

import { frameworkProblems } from '../errors/framework-problems.ts'
import { isRead } from './is-read.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Tag the replies of this route by what they hold, so that callers can ask for news only. */
    etag?: boolean
  }
}

/**
 * Answers 304 to a read whose caller holds already what would be sent. The tag is what the handler has
 * set as `etag`, else a hash of the body. Tags are weak: the body may still be compressed in this way
 * or that. Routes that do not say `etag: true` pay nothing.
 */
export function answerConditionally(http: FastifyInstance) {
  http.addHook('onRoute', (route) => {
    // Before the hook by which Fastify leaves the body of a HEAD out.
    if (route.config?.etag) route.onSend = [omitWhatIsHeld, ...[route.onSend ?? []].flat()]
  })
}

const omitWhatIsHeld: onSendHookHandler = (request, reply, payload, done) => {
  if (reply.statusCode !== 200 || typeof payload !== 'string') return done(null, payload)
  if (!reply.hasHeader('etag')) reply.header('etag', `W/"${hash('sha1', payload, 'base64url')}"`)
  const held = request.headers['if-none-match']
  if (held === undefined || !isRead(request.method)) return done(null, payload)
  if (!names(held, String(reply.getHeader('etag')))) return done(null, payload)
  reply.code(304).removeHeader('content-type')
  done(null, null)
}

/** The tag of a resource that has a version, as `updatedAt`. */
export const versionTag = (version: string | number | Date) =>
  `W/"${version instanceof Date ? version.getTime().toString(36) : version}"`

/**
 * Refuses a write with 412 when its `if-match` names another version than the resource has now. It
 * is up to the query to hold the version still meanwhile: `where updated_at = …`.
 */
export function requireMatch(request: FastifyRequest, tag: string) {
  const wanted = request.headers['if-match']
  if (wanted === undefined || names(wanted, tag)) return
  throw frameworkProblems.changedMeanwhile({ headers: { etag: tag } })
}

/** Whether a list like `"a", W/"b"` or `*` holds a tag, weak or not. */
const names = (list: string, tag: string) =>
  list === '*' || list.split(',').some((each) => opaque(each) === opaque(tag))

const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
