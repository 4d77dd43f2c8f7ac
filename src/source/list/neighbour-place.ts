import { beginsLine, indentAt, lineAfter, lineEndOf, lineStart } from '../../text/lines.ts'
import { entryLines, type EntryText } from './entry-text.ts'
import type { ListEdit } from './list-edit.ts'
import { isCommaList, separatorIn } from './separator.ts'
import type { Splice } from './splice.ts'

/** The name of an entry that a new one belongs to, and on which side of it. */
export type Neighbour = { behind: string } | { ahead: string }

type Placed = { splice: Splice; identities: string[] }

/**
 * A new entry on lines of its own beside the one that is named, in a list with commas. Undefined
 * where that one is not there or shares its line: the entry then goes where all new ones go.
 */
export function besideNeighbour(
  { source, reading, place }: ListEdit,
  entry: EntryText,
  neighbour: Neighbour,
): Placed | undefined {
  const { inside, list } = place
  const name = 'behind' in neighbour ? neighbour.behind : neighbour.ahead
  const index = inside.findIndex(({ names }) => names.includes(name))
  const element = inside[index]
  if (!element || !isCommaList(list.list) || !beginsLine(source, element.start)) return undefined
  const comma = separatorIn(source, [element.end, place.to], ',', reading.comments)
  const below = lineAfter(source, comma)
  if (comma === -1 || !/^,[ \t]*(\/\/.*)?\r?\n$/.test(source.slice(comma, below))) return undefined
  const at = 'behind' in neighbour ? below : aboveComments(source, element.start, place.from)
  const indent = indentAt(source, element.start)
  const text = entryLines(entry, { lead: '', tail: ',' }, indent, lineEndOf(source))
  const identities = inside.map(({ identity }) => identity)
  const position = 'behind' in neighbour ? index + 1 : index
  return {
    splice: { from: at, to: at, text },
    identities: identities.toSpliced(position, 0, entry.identity),
  }
}

/** The line on which an entry begins, with the comment lines above that are about it. */
function aboveComments(source: string, start: number, from: number): number {
  let at = lineStart(source, start)
  while (at > from) {
    const above = lineStart(source, at - 1)
    if (above < from || !/^[ \t]*(\/\/(?! ?#)|\/?\*)/.test(source.slice(above, at))) break
    at = above
  }
  return at
}
