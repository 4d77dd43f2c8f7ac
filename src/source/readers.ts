import { messageOf } from '../errors/message-of.ts'
import { openYaml } from './document/yaml-library.ts'
import { createOxcReader, loadOxc, openOxc } from './oxc/oxc-reader.ts'
import type { Reader } from './reading.ts'
import { createTypeScriptReader, openTypeScript } from './typescript/typescript-reader.ts'

let reader: Reader | undefined
let nativeFault: unknown

/**
 * Loads the parser ahead of its first use, which would otherwise load it in between. oxc is native
 * code: where there is none for the system, or it does not load, TypeScript's own parser reads.
 */
export async function openReaders(): Promise<void> {
  if (reader) return
  try {
    await openOxc()
    reader = createOxcReader()
  } catch (fault) {
    nativeFault = fault
    await openTypeScript()
    reader = createTypeScriptReader()
  }
}

/** Why the slower parser reads, in a line; undefined where the native one does. */
export async function slowBecause(): Promise<string | undefined> {
  await openReaders()
  return nativeFault === undefined ? undefined : messageOf(nativeFault).split(/[.\n]/u)[0]
}

/** The same, and what else it takes to edit files with these paths. */
export async function openReadersFor(paths: string[]): Promise<void> {
  await openReaders()
  if (paths.some((path) => /\.ya?ml$/.test(path))) await openYaml()
}

/** The parser of TypeScript sources; loaded when it is first asked. */
export const typescriptReader = (): Reader => (reader ??= readerNow())

function readerNow(): Reader {
  try {
    loadOxc()
    return createOxcReader()
  } catch (fault) {
    nativeFault = fault
    return createTypeScriptReader()
  }
}

/** Does the work by another parser than the usual one. */
export function readingBy<Result>(other: Reader, work: () => Result): Result {
  const usual = reader
  reader = other
  try {
    return work()
  } finally {
    reader = usual
  }
}
