import { createRequire } from 'node:module'

import type * as TsMorph from 'ts-morph'

let loaded: typeof TsMorph | undefined

/** The compiler inside of ts-morph, which is never the one of the app. A late one is required. */
export function typescript(): typeof TsMorph {
  loaded ??= createRequire(import.meta.url)('ts-morph') as typeof TsMorph
  return loaded
}

/** Takes a quarter of a second where nothing is cached: only for who needs it. */
export async function openTypeScript(): Promise<void> {
  loaded ??= await import('ts-morph')
}
