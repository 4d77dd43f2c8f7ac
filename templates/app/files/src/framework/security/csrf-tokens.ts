import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

import type { Clock } from '../clock/clock.ts'

type Options = { key: string; lifetime: number; clock: Clock }

/** Tokens that hold for one subject and a while. They are signed, so nothing needs to be kept of them. */
export function createCsrfTokens({ key, lifetime, clock }: Options) {
  const sign = (subject: string, expires: string, salt: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify(['csrf', subject, expires, salt]))
      .digest()

  /** Never the same twice: compressed replies would tell a constant one bit by bit. */
  function issue(subject: string) {
    const expires = String(clock.now().getTime() + lifetime)
    const salt = randomBytes(12).toString('base64url')
    return [expires, salt, sign(subject, expires, salt).toString('base64url')].join('.')
  }

  function isValid(token: string, subject: string) {
    const [expires = '', salt = '', signature = ''] = token.split('.', 3)
    const given = Buffer.from(signature, 'base64url')
    const wanted = sign(subject, expires, salt)
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false
    return clock.now().getTime() < Number(expires)
  }

  return { issue, isValid }
}
