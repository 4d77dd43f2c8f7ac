import { indentLines } from '../../text/indent.ts'
import { indentAt, lineAfter, lineEndOf, lineStart } from '../../text/lines.ts'
import { type Edit, present, refused } from '../edit.ts'
import { cut } from '../list/splice.ts'
import type { DocumentEntry } from './document.ts'
import { type DocumentPlace, documentPlace, verifiedDocument } from './document-place.ts'

export type DocumentWish = { region: string; entry: string; key?: string }

/** Adds an entry as the last one of a region, unless the region has it. */
export function insertIntoDocument(source: string, path: string, wish: DocumentWish): Edit {
  const place = documentPlace(source, path, wish.region)
  if (typeof place === 'string') return refused(place, wish.entry)
  const entry = readEntry(place, wish.entry)
  if (!entry) return refused(`"${wish.entry}" is not one entry of this region.`, wish.entry)
  if (place.entries.some((each) => isEntry(each, entry, wish.key))) return present
  const at = placeBehindLast(place)
  const splice = { from: at, to: at, text: laidOut(place, wish.entry) }
  return verifiedDocument(place, splice, [...place.entries, entry], wish.entry)
}

/** Takes an entry out of its region: the same one, or what `key` names. Gives back the bytes. */
export function removeFromDocument(source: string, path: string, wish: DocumentWish): Edit {
  const place = documentPlace(source, path, wish.region)
  if (typeof place === 'string') return present
  const { identity } = readEntry(place, wish.entry) ?? {}
  const meant = place.entries.find(
    (each) =>
      each.identity === identity || (wish.key !== undefined && each.keys.includes(wish.key)),
  )
  if (!meant) return present
  const rest = place.entries.filter((each) => each !== meant)
  return verifiedDocument(place, linesOf(place, meant, wish.entry), rest, wish.entry)
}

/** Whether an entry is another one, however its owner has edited what its keys name. */
export const isEntry = (each: DocumentEntry, entry: DocumentEntry, key: string | undefined) =>
  (key !== undefined && each.keys.includes(key)) ||
  entry.keys.some((name) => each.keys.includes(name)) ||
  isSame(each, entry)

/** Entries of different names are not read any further. */
const isSame = (each: DocumentEntry, entry: DocumentEntry) =>
  each.keys[0] === entry.keys[0] && each.identity === entry.identity

/** The text as the one entry that it is, comment lines above it aside. */
export function readEntry({ language }: DocumentPlace, text: string): DocumentEntry | undefined {
  const alone = `${text.replaceAll('\r\n', '\n').trim()}\n`
  const entries = language.entries(alone, { start: 0, end: alone.length })
  return entries?.length === 1 ? entries[0] : undefined
}

/** Blank lines that a formatter has put before the closing marker stay there. */
function placeBehindLast({ source, region, entries }: DocumentPlace): number {
  const last = entries.at(-1)
  const at = last ? lineAfter(source, last.end) : region.to
  return source.slice(at, region.to).trim() === '' ? Math.min(at, region.to) : region.to
}

/** The lines of an entry as they belong into the region. */
export function laidOut({ source, region, entries }: DocumentPlace, entry: string): string {
  const lineEnd = lineEndOf(source)
  const indent = indentAt(source, entries[0]?.start ?? region.opening.position)
  return indentLines(entry.replaceAll('\r\n', '\n').trim(), indent, lineEnd, []) + lineEnd
}

/** The span of an entry's lines, and of the comment lines that came with it. */
export function linesOf(
  { source, region }: DocumentPlace,
  { start, end }: DocumentEntry,
  entry: string,
) {
  const asked = entry.replaceAll('\r\n', '\n').trim().split('\n')
  const count = source.slice(start, end).split('\n').length
  let from = Math.max(lineStart(source, start), region.from)
  for (const line of asked.slice(0, -count).toReversed()) {
    const above = lineStart(source, from - 1)
    if (above < region.from || source.slice(above, from).trim() !== line.trim()) break
    from = above
  }
  return cut(from, Math.min(lineAfter(source, end), region.to))
}
