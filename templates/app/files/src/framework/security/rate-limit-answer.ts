import type { FastifyReply } from 'fastify'

import { frameworkProblems } from '../errors/framework-problems.ts'
import type { Limit, Taken } from './rate-limit-store.ts'

const seconds = (milliseconds: number) => Math.ceil(milliseconds / 1000)

export type ToldLimit = Limit & ReturnType<typeof toldAs>

/** How headers speak of a limit: by its name and, as its policy, `q` in `w` seconds. */
export function toldAs({ name, quota, window }: Limit) {
  const title = `"${name.replace(/[^ -~]|["\\]/g, '')}"`
  return { title, policy: `${title};q=${quota};w=${seconds(window)}` }
}

/**
 * Tells what is left, in the fields of draft-ietf-httpapi-ratelimit-headers (`r`: how many remain, `t`:
 * seconds until all are back), and returns the problem of a request that was one too many.
 */
export function answerTaken(reply: FastifyReply, limit: ToldLimit, taken: Taken) {
  const { title, policy, quota, window } = limit
  addTo(reply, 'ratelimit-policy', policy)
  addTo(reply, 'ratelimit', `${title};r=${taken.remaining};t=${seconds(taken.resetIn)}`)
  if (taken.allowed) return undefined
  const wait = Math.max(1, seconds(taken.retryIn))
  return frameworkProblems.tooManyRequests(
    { quota, seconds: seconds(window), wait },
    { headers: { 'retry-after': String(wait) } },
  )
}

/** A request that several limits count has them all in one list. */
function addTo(reply: FastifyReply, header: string, item: string) {
  reply.header(header, reply.hasHeader(header) ? `${reply.getHeader(header)}, ${item}` : item)
}
