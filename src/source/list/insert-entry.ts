import { beginsLine, indentAt, lineEndOf, placeOf } from '../../text/lines.ts'
import { type Edit, present, refused } from '../edit.ts'
import type { Element } from '../reading.ts'
import { entryLines, type EntryText, entryText } from './entry-text.ts'
import { isEntry } from './has-entry.ts'
import { type ListEdit, verified } from './list-edit.ts'
import { besideNeighbour, type Neighbour } from './neighbour-place.ts'
import { separatorsFor } from './separator.ts'

export type Wanted = {
  entry: string
  key?: string
  needs?: string[]
  /** Where it belongs among the others, as long as that one is there. */
  neighbour?: Neighbour
}

/** Adds an entry as the last one of its place, unless the list has it anywhere. */
export function insertEntry(edit: ListEdit, wanted: Wanted): Edit {
  const { source, path, reading, place } = edit
  const { entry: asked, key, needs = [], neighbour } = wanted
  const entry = entryText(asked, place.list.list, path)
  if (!entry) return refused(`"${asked}" is not one entry of this list.`, asked)
  if (place.list.elements.some((element) => isThere(edit, element, entry, key))) return present
  const misfit = misfitOf(edit, entry, needs)
  if (misfit !== undefined) return refused(misfit, asked)
  const beside = neighbour && besideNeighbour(edit, entry, neighbour)
  if (beside) return verified(edit, [beside.splice], beside.identities, asked)

  const { behindLast, lead, tail } = separatorsFor(source, reading, place, entry)
  const last = place.inside.at(-1)
  const line = entryLines(entry, { lead, tail }, indentOf(edit), lineEndOf(source))
  const splices = [{ from: place.to, to: place.to, text: line }]
  if (last && behindLast) splices.push({ from: last.end, to: last.end, text: behindLast })
  const identities = [...place.inside.map(({ identity }) => identity), entry.identity]
  return verified(edit, splices, identities, asked)
}

/** Outside of its place something of the same name is the entry only if it comes from there. */
function isThere({ source, place }: ListEdit, element: Element, entry: EntryText, key?: string) {
  if (!isEntry(element, entry, key)) return false
  if (entry.maker === undefined || place.inside.includes(element)) return true
  return source.slice(element.start, element.end).includes(entry.maker)
}

/** Why an entry that parses here would still not compile; undefined when nothing is known. */
export function misfitOf(
  { source, reading, place }: ListEdit,
  entry: EntryText,
  needs: string[],
): string | undefined {
  const known = reading.namesAt(place.to)
  const { line } = placeOf(source, place.beside)
  const taken = place.list.list === 'statements' && entry.names.find((name) => known.has(name))
  if (taken) return `The name ${taken} is already taken where the entry belongs (line ${line}).`
  // A function may stand below its use, a variable may not.
  const below = place.after.filter(({ terminated }) => terminated)
  for (const name of below.flatMap(({ names }) => names)) known.delete(name)
  const missing = needs.filter((name) => !known.has(name))
  if (missing.length === 0) return undefined
  const are = missing.length === 1 ? 'is' : 'are'
  return `${missing.join(' and ')} ${are} not known where the entry belongs (line ${line}).`
}

/** That of the first entry that begins its line, else that of the marker or neighbour. */
function indentOf({ source, place }: ListEdit): string {
  const first = place.inside.find(({ start }) => beginsLine(source, start))
  return indentAt(source, first?.start ?? place.beside)
}
