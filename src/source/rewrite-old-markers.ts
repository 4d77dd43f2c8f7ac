import { isScript } from './comments.ts'
import { languageOf } from './document/document.ts'
import { type Editor, changed, present, refused } from './edit.ts'
import { faultError } from './fault.ts'
import { type Splice, spliced } from './list/splice.ts'
import { inCurrentStyle } from './marker.ts'
import type { Comment } from './reading.ts'
import { typescriptReader } from './readers.ts'
import { regionsRead } from './region.ts'

/** Writes the markers of an earlier elif as `custom:` regions; nothing else of a file changes. */
export const rewriteOldMarkers: Editor = (source, path = 'source.ts') => {
  const splices = commentsOf(source, path).flatMap((comment): Splice[] => {
    const text = inCurrentStyle(comment)
    if (text === undefined) return []
    const from = comment.start + source.slice(comment.start, comment.end).indexOf(comment.text)
    return [{ from, to: from + comment.text.length, text }]
  })
  if (splices.length === 0) return present
  const [fault] = regionsRead(source, path).faults
  if (fault) return refused(faultError(fault, path).message, '')
  const text = spliced(source, splices)
  const kept = namesIn(text, path) === namesIn(source, path)
  return kept ? changed(text) : refused('The regions would no longer be the same ones.', '')
}

function commentsOf(source: string, path: string): Comment[] {
  if (!source.includes('<<<ELIF:')) return []
  if (isScript(path)) return typescriptReader().read(source, path).comments
  return languageOf(path)?.comments(source) ?? []
}

const namesIn = (source: string, path: string) =>
  regionsRead(source, path)
    .regions.map(({ name, opening, closing }) => `${name}:${opening.line}-${closing.line}`)
    .join()
