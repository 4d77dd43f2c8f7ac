import type { Comment } from '../reading.ts'
import type { DocumentEntry, DocumentLanguage } from './document.ts'
import { linesIn, squeezed, within } from './lines-in.ts'
import { remembered } from './remembered.ts'

/** Files in which every line stands for itself and `#` begins a comment. */
export const plainLines: DocumentLanguage = {
  comments: (source) =>
    linesIn(source).flatMap(({ start, end }) => hashComment(source, start, end)),
  entries: (source, lines) => within(entriesOf(source), lines),
}

/** The comment that fills a line; none when the line is anything else. */
export function hashComment(source: string, start: number, end: number): Comment[] {
  const [blanks, text] = /^[ \t]*#(.*)$/s.exec(source.slice(start, end)) ?? []
  if (blanks === undefined || text === undefined) return []
  return [{ start: end - text.length - 1, end, text }]
}

const entriesOf = remembered((source): DocumentEntry[] =>
  linesIn(source).flatMap(({ start, end }) => {
    const text = squeezed(source.slice(start, end))
    return text === '' || text.startsWith('#') ? [] : [{ start, end, identity: text, keys: [] }]
  }),
)
