import { randomBytes } from 'node:crypto'

import type { FastifyReply, FastifyRequest } from 'fastify'

/** Nothing may be loaded by what an API answers, should a browser ever show it. */
const answers = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Only pages have windows and devices to keep apart; what every answer carries, every answer pays for. */
const ofPages = {
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

export type HeaderSettings = {
  /** For how many seconds a browser is to come by TLS only; 0 says nothing about it. */
  strictTransport: number
}

/** Sets the headers by which a browser protects whoever shows an answer; made once, not for each. */
export function createSecurityHeaders({ strictTransport }: HeaderSettings) {
  const overTls = {
    ...answers,
    'strict-transport-security': `max-age=${strictTransport}; includeSubDomains`,
  }
  return (request: FastifyRequest, reply: FastifyReply) =>
    reply.headers(strictTransport > 0 && request.protocol === 'https' ? overTls : answers)
}

/** Lets one answer be a page: scripts and styles run that carry the nonce it returns, and no others. */
export function allowPage(reply: FastifyReply) {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  reply.headers({ ...ofPages, 'content-security-policy': policy.join('; ') })
  return nonce
}
