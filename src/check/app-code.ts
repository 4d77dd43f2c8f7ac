import type { Files } from '../files/files.ts'
import { typescriptReader } from '../source/readers.ts'
import type { Reading } from '../source/reading.ts'
import { withoutComments } from '../source/without-comments.ts'

/** A source of the app, parsed, and the same with blanks for comments: positions agree. */
export type AppCode = { path: string; source: string; code: string; reading: Reading }

/** The sources that run in the app and that match; what does not parse is another rule's matter. */
export function appCode(files: Files, path: RegExp, holds = ''): AppCode[] {
  const paths = files.list().filter((each) => path.test(each) && !each.endsWith('.test.ts'))
  return paths.flatMap((each) => {
    const source = files.read(each)
    if (source === undefined || !source.includes(holds)) return []
    const reading = typescriptReader().read(source, each)
    if (reading.errors.length > 0) return []
    return [{ path: each, source, code: withoutComments(source, reading), reading }]
  })
}
