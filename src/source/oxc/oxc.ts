import { createRequire } from 'node:module'

import type * as Oxc from 'oxc-parser'

let loaded: typeof Oxc | undefined

/** Loads the native parser. An edit is synchronous, so a late one has to require it. */
export function oxc(): typeof Oxc {
  loaded ??= createRequire(import.meta.url)('oxc-parser') as typeof Oxc
  return loaded
}

export async function openOxc(): Promise<void> {
  loaded ??= await import('oxc-parser')
}
