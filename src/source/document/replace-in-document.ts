import { type Edit, present, refused } from '../edit.ts'
import type { Replaced } from '../list/replace-entry.ts'
import { documentPlace, verifiedDocument } from './document-place.ts'
import { isEntry, laidOut, linesOf, readEntry } from './edit-document.ts'

/** Puts an entry of a document's region in the place of another one. */
export function replaceInDocument(
  source: string,
  path: string,
  { region, was, entry: asked, key, expecting }: Replaced & { region: string },
): Edit {
  const place = documentPlace(source, path, region)
  if (typeof place === 'string') return refused(place, asked)
  const entry = readEntry(place, asked)
  if (!entry) return refused(`"${asked}" is not one entry of this region.`, asked)
  if (place.entries.some(({ identity }) => identity === entry.identity)) return present
  for (const text of [was, ...(expecting === undefined ? [] : [expecting])]) {
    const old = readEntry(place, text)
    const index = place.entries.findIndex(({ identity }) => identity === old?.identity)
    const element = place.entries[index]
    if (!element) continue
    const expected = place.entries.with(index, entry)
    const splice = { ...linesOf(place, element, text), text: laidOut(place, asked) }
    return verifiedDocument(place, splice, expected, asked)
  }
  const old = readEntry(place, was)
  const edited = old && place.entries.some((each) => isEntry(each, old, key))
  return refused(edited ? 'Its owner has edited the entry.' : 'The entry is not there.', asked)
}
