import type { Frozen } from '../../text/indent.ts'
import { indentAt } from '../../text/lines.ts'

/** A piece of a source that shall lie in another place. */
export type Piece = { source: string; start: number; end: number; frozen?: () => Frozen }
type Place = { source: string; start: number }

/** The text of a piece as it lies at a place; its first line is the rest of one that is there. */
export function reindented(piece: Piece, place: Place): string {
  const { source, start, end, frozen = () => [] } = piece
  const text = source.slice(start, end)
  const from = indentAt(source, start)
  const to = indentAt(place.source, place.start)
  const tabs = /^\t/m.test(place.source) && !/^\t/m.test(source)
  if (!text.includes('\n') || (from === to && !tabs)) return text
  const spans = frozen()
  let position = 0
  const lines = text.split('\n').map((line, index) => {
    const at = position
    position += line.length + 1
    const isFrozen = spans.some(([first, last]) => at > first && at <= last)
    if (index === 0 || isFrozen || !line.startsWith(from)) return line
    const rest = line.slice(from.length)
    return rest === '' ? '' : to + (tabs ? withTabs(rest) : rest)
  })
  return lines.join('\n')
}

const withTabs = (line: string) =>
  line.replace(/^(?: {2})+/, (blanks) => '\t'.repeat(blanks.length / 2))
