import { createOxcReader, openOxc } from './oxc/oxc-reader.ts'
import type { Reader } from './reading.ts'

const reader = createOxcReader()

/** Loads the parser ahead of its first use, which would otherwise load it in between. */
export async function openReaders(): Promise<void> {
  await openOxc()
}

/** The parser of TypeScript sources; loaded when it is first asked. */
export const typescriptReader = (): Reader => reader
