import type { Comment, ListKind, Reading } from '../reading.ts'
import type { EntryText } from './entry-text.ts'
import type { ListPlace } from './list-place.ts'

/** What must stand around a new last entry of a place so that the list stays a list. */
export type Separators = {
  /** Right behind the entry before, inside the place. */
  behindLast: string
  /** Before the new entry, on its line. */
  lead: string
  /** Behind the new entry. */
  tail: string
}

const commaLists = new Set<ListKind>(['array', 'object', 'arguments', 'tuple', 'enum'])
export const isCommaList = (list: ListKind) => commaLists.has(list)

/** The position of a separator between two positions, comments left out; -1 without one. */
export function separatorIn(
  source: string,
  [from, to]: [number, number],
  separator: string,
  comments: Comment[],
): number {
  let position = from
  let next = firstBehind(comments, from)
  while (position < to) {
    const comment = comments[next]
    if (comment && comment.start <= position) {
      position = comment.end
      next += 1
    } else if (source[position] === separator) return position
    else position += 1
  }
  return -1
}

/** The index of the first comment that ends behind a position. */
function firstBehind(comments: Comment[], position: number): number {
  let [low, high] = [0, comments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((comments[middle]?.end ?? 0) > position) high = middle
    else low = middle + 1
  }
  return low
}

/** The separators of a new last entry, by the style that the list has. */
export function separatorsFor(
  source: string,
  reading: Reading,
  place: ListPlace,
  entry: EntryText,
): Separators {
  if (isCommaList(place.list.list)) return commas(source, reading, place)
  if (place.list.list === 'union') return { behindLast: '', lead: '| ', tail: '' }
  if (place.list.list === 'type')
    return { behindLast: '', lead: '', tail: memberEnd(source, place) }
  return { behindLast: '', lead: '', tail: statementEnd(source, place, entry) }
}

/** One rule for trailing commas, none, commas first, and neighbours outside of the place. */
function commas(source: string, { comments }: Reading, place: ListPlace): Separators {
  const { list, inside, before, after, to } = place
  const previous = inside.at(-1) ?? before.at(-1)
  const next = after[0]
  const comma = (from: number, end: number) => separatorIn(source, [from, end], ',', comments) >= 0
  const separated = previous !== undefined && comma(previous.end, to)
  const missing = previous !== undefined && !separated
  const own = inside.length > 0
  const already = comma(to, next ? next.start : list.close)
  const trailing = previous ? separated : !list.closed
  return {
    behindLast: missing && own ? ',' : '',
    lead: missing && !own ? ', ' : '',
    tail: !already && (next ? true : trailing) ? ',' : '',
  }
}

/** How the members of a type end: with the last one's sign, or as the file ends its statements. */
function memberEnd(source: string, { inside, before, after }: ListPlace): string {
  const member = inside.at(-1) ?? before.at(-1) ?? after[0]
  if (!member) return endsWithSemicolons(source) ? ';' : ''
  const sign = source[member.end - 1] ?? ''
  return sign === ';' || sign === ',' ? sign : ''
}

/** A semicolon where the neighbours, or else the lines of the file, have one. */
function statementEnd(source: string, { list }: ListPlace, entry: EntryText): string {
  if (!entry.terminated || entry.text[entry.end - 1] === ';') return ''
  const others = list.elements.filter(({ terminated }) => terminated)
  if (others.length === 0) return endsWithSemicolons(source) ? ';' : ''
  return others.every(({ end }) => source[end - 1] === ';') ? ';' : ''
}

/** Whether most lines that could end with a semicolon do. */
export function endsWithSemicolons(source: string): boolean {
  const ends = source.match(/[\w)'"`\]](;?)[ \t]*$/gm) ?? []
  const withSign = ends.filter((end) => end.includes(';')).length
  return withSign > 0 && withSign * 2 >= ends.length
}
