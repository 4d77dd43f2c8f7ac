import { indentLines } from '../../text/indent.ts'
import { beginsLine, indentAt, lineEndOf } from '../../text/lines.ts'
import { type Edit, present, refused } from '../edit.ts'
import { chainLink, chainLinkCut } from './chain-link.ts'
import { type EntryText, entryText } from './entry-text.ts'
import { isEntry } from './has-entry.ts'
import { appendItems, removeItem } from './inline-list.ts'
import { misfitOf, type Wanted } from './insert-entry.ts'
import { type ListEdit, verified } from './list-edit.ts'
import { besideNeighbour } from './neighbour-place.ts'
import { isMeant } from './remove-entry.ts'

/** Adds an entry at the end of a list as a whole, laid out as the list is. */
export function appendEntry(edit: ListEdit, wanted: Wanted, paste: string): Edit {
  const { path, place } = edit
  const { entry: asked, key, needs = [], neighbour } = wanted
  const { elements, list } = place.list
  const entry = entryText(asked, list, path)
  if (!entry) return refused(`"${asked}" is not one entry of this list.`, paste)
  if (elements.some((element) => isEntry(element, entry, key))) return present
  const misfit = misfitOf(edit, entry, needs)
  if (misfit !== undefined) return refused(misfit, paste)
  const beside = neighbour && besideNeighbour(edit, entry, neighbour)
  if (beside) return verified(edit, [beside.splice], beside.identities, paste)
  const identities = [...elements.map(({ identity }) => identity), entry.identity]
  const splices =
    list === 'chain'
      ? [chainLink(edit, entry.text)]
      : appendItems(inlineList(edit), [indented(edit, entry)])
  return verified(edit, splices, identities, paste)
}

/** Takes an entry out of a list as a whole: the same code, or what `key` names. */
export function takeEntry(edit: ListEdit, asked: string, key: string | undefined): Edit {
  const { path, place } = edit
  const { elements, list } = place.list
  const entry = entryText(asked, list, path)
  const index = elements.findIndex((element) => isMeant(element, entry, key))
  const element = elements[index]
  if (!element) return present
  const rest = elements.filter((each) => each !== element).map(({ identity }) => identity)
  const splices =
    list === 'chain' ? [chainLinkCut(edit, index)] : removeItem(inlineList(edit), index)
  return verified(edit, splices, rest, asked)
}

/** The lines below the first one stand as far in as the entry will. */
function indented({ source, place }: ListEdit, { text, frozen }: EntryText): string {
  const last = place.list.elements.at(-1)
  const ownLine = last && beginsLine(source, last.start)
  const indent = indentAt(source, ownLine ? last.start : place.list.open)
  return indentLines(text, indent, lineEndOf(source), frozen).slice(indent.length)
}

const inlineList = ({ source, reading, place }: ListEdit) => ({
  source,
  comments: reading.comments,
  items: place.list.elements,
  open: place.from,
  close: place.to,
})
