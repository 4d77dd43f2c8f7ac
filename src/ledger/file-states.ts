import { extname } from 'node:path'

import type { Files } from '../files/files.ts'
import { sha256 } from '../files/sha256.ts'
import { schemaFile } from '../project/layout.ts'
import { currentText } from './current-text.ts'
import { ledgerFolder } from './ledger-paths.ts'
import type { Managed } from './managed-files.ts'

/** What has become of a file since the newest run that wrote it. */
export type FileState =
  | { path: string; state: 'untouched' | 'edited' | 'missing' | 'generated' }
  | { path: string; state: 'moved'; to: string }

/** The state of each file in `asked`, which are some or all of those `managed`. */
export function fileStates(
  files: Files,
  asked: Managed[],
  managed: ReadonlyMap<string, Managed>,
): FileState[] {
  const strangers = once(() => unmanagedPaths(files, managed))
  const hashes = new Map<string, string | undefined>()
  const hashOf = (path: string) => {
    if (!hashes.has(path)) hashes.set(path, currentHash(files, path))
    return hashes.get(path)
  }
  return asked.map(({ path, hash }): FileState => {
    const now = hashOf(path)
    if (now === undefined) {
      const isSame = (each: string) => extname(each) === extname(path) && hashOf(each) === hash
      // Empty files are all alike.
      const to = hash === sha256('') ? undefined : strangers().find(isSame)
      return to === undefined ? { path, state: 'missing' } : { path, state: 'moved', to }
    }
    // Every migration writes it anew, which no run records.
    if (path === schemaFile) return { path, state: 'generated' }
    return { path, state: now === hash ? 'untouched' : 'edited' }
  })
}

/** The files of an app that no run has written; the ledger's own are not among them. */
export const unmanagedPaths = (files: Files, managed: ReadonlyMap<string, Managed>): string[] =>
  files.list().filter((path) => !managed.has(path) && !path.startsWith(`${ledgerFolder}/`))

/** Undefined when there is no file; what is no text has a hash that no record has. */
function currentHash(files: Files, path: string): string | undefined {
  const now = currentText(files, path)
  if (now.kind === 'absent') return undefined
  return now.kind === 'text' ? sha256(now.text) : now.kind
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
