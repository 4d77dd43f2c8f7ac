import { openYaml } from './document/yaml-library.ts'
import { createOxcReader, openOxc } from './oxc/oxc-reader.ts'
import type { Reader } from './reading.ts'

const reader = createOxcReader()

/** Loads the parser ahead of its first use, which would otherwise load it in between. */
export async function openReaders(): Promise<void> {
  await openOxc()
}

/** The same, and what else it takes to edit files with these paths. */
export async function openReadersFor(paths: string[]): Promise<void> {
  await openReaders()
  if (paths.some((path) => /\.ya?ml$/.test(path))) await openYaml()
}

/** The parser of TypeScript sources; loaded when it is first asked. */
export const typescriptReader = (): Reader => reader
