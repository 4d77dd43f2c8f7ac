import { hash, timingSafeEqual } from 'node:crypto'

import type { FastifyRequest } from 'fastify'

export type AskSettings = {
  /** Whether anybody may ask who reaches the app. */
  open: boolean
  /** Who sends it as `Authorization: Bearer …` may always ask. */
  token: string | undefined
}

/**
 * The rule of routes that tell about the app itself; undefined where nobody may ask. Where a request
 * comes from counts for nothing: behind a proxy on the same machine, everybody comes from there.
 */
export function mayAsk({ open, token }: AskSettings) {
  if (!open && token === undefined) return undefined
  return ({ headers }: FastifyRequest) =>
    open || (token !== undefined && isSame(headers.authorization ?? '', `Bearer ${token}`))
}

/** Takes as long whatever is given, so that nobody finds a token letter by letter. */
const isSame = (given: string, wanted: string) =>
  timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', wanted, 'buffer'))
