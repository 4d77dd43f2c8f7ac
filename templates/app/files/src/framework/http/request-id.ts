import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** 120 bits each, as four characters say three bytes. */
const LENGTH = 20
const BYTES = (LENGTH / 4) * 3
const DRAWN = 256

let drawn = ''
let next = 0

/** The id that a proxy gave the request, when it looks like one. */
export function requestId({ headers }: IncomingMessage) {
  const given = headers['x-request-id']
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : newRequestId()
}

/** Drawn many at once: nobody guesses one, and a UUID costs a request ten times as much. */
function newRequestId() {
  if (next === drawn.length) {
    drawn = randomBytes(BYTES * DRAWN).toString('base64url')
    next = 0
  }
  next += LENGTH
  return drawn.slice(next - LENGTH, next)
}
