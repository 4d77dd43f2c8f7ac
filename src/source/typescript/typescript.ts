import { createRequire } from 'node:module'

import type * as TsMorph from 'ts-morph'

let loaded: typeof TsMorph | undefined

/** Loads the compiler inside of ts-morph, which is never the one of the app. */
export function typescript(): typeof TsMorph {
  loaded ??= createRequire(import.meta.url)('ts-morph') as typeof TsMorph
  return loaded
}

export async function openTypeScript(): Promise<void> {
  loaded ??= await import('ts-morph')
}
