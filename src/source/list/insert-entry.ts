import { beginsLine, indentAt, lineEndOf } from '../../text/lines.ts'
import { type Edit, present, refused } from '../edit.ts'
import { entryLines, entryText } from './entry-text.ts'
import { isEntry } from './has-entry.ts'
import { type ListEdit, verified } from './list-edit.ts'
import { separatorsFor } from './separator.ts'

/** Adds an entry as the last one of its place, unless the list has it anywhere. */
export function insertEntry(edit: ListEdit, asked: string, key: string | undefined): Edit {
  const { source, path, reading, place } = edit
  const entry = entryText(asked, place.list.list, path)
  if (!entry) return refused(`"${asked}" is not one entry of this list.`, asked)
  if (place.list.elements.some((element) => isEntry(element, entry, key))) return present

  const { behindLast, lead, tail } = separatorsFor(source, reading, place, entry)
  const last = place.inside.at(-1)
  const line = entryLines(entry, { lead, tail }, indentOf(edit), lineEndOf(source))
  const splices = [{ from: place.to, to: place.to, text: line }]
  if (last && behindLast) splices.push({ from: last.end, to: last.end, text: behindLast })
  const identities = [...place.inside.map(({ identity }) => identity), entry.identity]
  return verified(edit, splices, identities, asked)
}

/** That of the first entry that begins its line, else that of the marker or neighbour. */
function indentOf({ source, place }: ListEdit): string {
  const first = place.inside.find(({ start }) => beginsLine(source, start))
  return indentAt(source, first?.start ?? place.beside)
}
