import type { Reading } from '../source/reading.ts'
import { withoutComments } from '../source/without-comments.ts'
import type { SourceFile } from './source-file.ts'

/** A source of the app, parsed, and the same with blanks for comments: positions agree. */
export type AppCode = { path: string; source: string; code: string; reading: Reading }

/** The file, if it runs in the app and matches; what does not parse is another rule's matter. */
export function appCode(file: SourceFile, among: RegExp, holds = ''): AppCode[] {
  const { path, source, reading } = file
  if (!among.test(path) || path.endsWith('.test.ts') || !source.includes(holds)) return []
  if (!reading || reading.errors.length > 0) return []
  return [{ path, source, code: withoutComments(source, reading), reading }]
}
