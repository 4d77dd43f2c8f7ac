import { lineAfter, lineStart } from '../../text/lines.ts'
import { type Edit, present } from '../edit.ts'
import type { Element } from '../reading.ts'
import { type EntryText, entryText } from './entry-text.ts'
import { normalCall } from '../normal-call.ts'
import { type ListEdit, verified } from './list-edit.ts'
import { isCommaList, separatorIn } from './separator.ts'
import { cut, type Splice } from './splice.ts'

/** Takes an entry out of its place: the same code, or what `key` names. Gives back the bytes. */
export function removeEntry(edit: ListEdit, asked: string, key: string | undefined): Edit {
  const { path, place } = edit
  const entry = entryText(asked, place.list.list, path)
  const index = place.inside.findIndex((element) => isMeant(element, entry, key))
  const element = place.inside[index]
  if (!element) return present
  const [first, ...others] = cutsOf(edit, element, index)
  const splices = [wholeLines(edit, withLead(edit, first, entry)), ...others]
  const rest = place.inside.filter((each) => each !== element).map(({ identity }) => identity)
  return verified(edit, splices, rest, asked)
}

/** Whether an element is what is to be taken out; what its owner has edited is only by its key. */
export const isMeant = (element: Element, entry: EntryText | undefined, key: string | undefined) =>
  element.identity === entry?.identity ||
  (key !== undefined && (element.names.includes(key) || element.call === normalCall(key)))

/** The entry with its separator; a list without trailing comma stays one without. */
function cutsOf(edit: ListEdit, element: Element, index: number): [Splice, ...Splice[]] {
  const { source, place } = edit
  if (place.list.list === 'union')
    return [cut(pipeBefore(source, element, place.from), element.end)]
  if (!isCommaList(place.list.list)) return [cut(element.start, element.end)]
  const previous = place.inside[index - 1]
  const next = place.inside[index + 1]
  const behind = comma(edit, element.end, next?.start ?? place.to)
  if (behind >= 0) {
    const leading = next || previous ? -1 : comma(edit, place.from, element.start)
    return [cut(leading >= 0 ? leading : element.start, behind + 1)]
  }
  if (next) return [cut(element.start, element.end)]
  const ahead = comma(edit, previous?.end ?? place.from, element.start)
  if (ahead < 0) return [cut(element.start, element.end)]
  if (!previous) return [cut(ahead, element.end)]
  return [cut(element.start, element.end), cut(ahead, ahead + 1)]
}

const comma = ({ source, reading }: ListEdit, from: number, to: number) =>
  separatorIn(source, [from, to], ',', reading.comments)

function pipeBefore(source: string, { start }: Element, border: number): number {
  const pipe = source.lastIndexOf('|', start - 1)
  return pipe >= border && source.slice(pipe + 1, start).trim() === '' ? pipe : start
}

/** The comment lines that came with the entry go with it, if they are still there. */
export function withLead(
  { source, place }: ListEdit,
  { from, to }: Splice,
  entry: EntryText | undefined,
): Splice {
  let start = from
  for (const line of leadOf(entry).toReversed()) {
    const above = lineStart(source, lineStart(source, start) - 1)
    const isIt = source.slice(above, lineStart(source, start)).trim() === line.trim()
    if (!isIt || above < place.from || lineStart(source, start) === 0) return cut(from, to)
    start = above + (/^[ \t]*/.exec(source.slice(above))?.[0].length ?? 0)
  }
  return cut(start, to)
}

const leadOf = (entry: EntryText | undefined) =>
  entry && entry.start > 0 ? entry.text.slice(0, entry.start).trimEnd().split('\n') : []

/** Lines on which nothing else stands go as a whole. */
function wholeLines({ source, place }: ListEdit, { from, to }: Splice): Splice {
  const start = lineStart(source, from)
  const end = lineAfter(source, to)
  const alone = source.slice(start, from).trim() === '' && source.slice(to, end).trim() === ''
  return alone ? cut(Math.max(start, place.from), Math.min(end, place.to)) : cut(from, to)
}
