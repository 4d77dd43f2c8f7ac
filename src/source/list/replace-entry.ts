import { indentLines } from '../../text/indent.ts'
import { indentAt, lineEndOf, lineStart } from '../../text/lines.ts'
import { type Edit, present, refused } from '../edit.ts'
import type { Element } from '../reading.ts'
import { type EntryText, entryText } from './entry-text.ts'
import { isEntry } from './has-entry.ts'
import { type ListEdit, verified } from './list-edit.ts'
import { withLead } from './remove-entry.ts'
import { cut } from './splice.ts'

/** What stands there as elif wrote it, what comes instead, and what else its owner has agreed to lose. */
export type Replaced = { was: string; entry: string; key?: string; expecting?: string }

/** Puts an entry in the place of another one, which has to be as it is expected. */
export function replaceEntry(
  edit: ListEdit,
  { was, entry: asked, key, expecting }: Replaced,
): Edit {
  const { path, place } = edit
  const { list } = place.list
  const entry = entryText(asked, list, path)
  const old = [was, ...(expecting === undefined ? [] : [expecting])].flatMap(
    (text) => entryText(text, list, path) ?? [],
  )
  if (!entry || entry.text.slice(entry.end).trim() !== '' || old.length === 0) {
    return refused(`"${asked}" is not one entry of this list.`, asked)
  }
  if (place.inside.some(({ identity }) => identity === entry.identity)) return present
  for (const text of old) {
    const index = place.inside.findIndex(({ identity }) => identity === text.identity)
    if (index >= 0) return replacedAt(edit, index, text, entry, asked)
  }
  const edited = place.inside.some((each) => old.some((text) => isEntry(each, text, key)))
  return refused(edited ? 'Its owner has edited the entry.' : 'The entry is not there.', asked)
}

function replacedAt(
  edit: ListEdit,
  index: number,
  old: EntryText,
  entry: EntryText,
  asked: string,
) {
  const { source, place } = edit
  const element = place.inside[index]
  if (!element) return present
  const { from, to } = withLead(edit, cut(element.start, element.end), old)
  const indent = indentAt(source, from)
  const code = ended(source, element, entry)
  const lines = indentLines(code, indent, lineEndOf(source), entry.frozen)
  const text = from === lineStart(source, from) ? lines : lines.slice(indent.length)
  const identities = place.inside.map(({ identity }, at) =>
    at === index ? entry.identity : identity,
  )
  return verified(edit, [{ from, to, text }], identities, asked)
}

/** The code with the sign that the old entry ended with, which belongs to the list. */
function ended(source: string, element: Element, { text, terminated }: EntryText): string {
  const bare = text.replace(/[;,]$/, '')
  const sign = source[element.end - 1] ?? ''
  const signed = sign === ';' || sign === ','
  if (element.terminated) return terminated && sign === ';' ? `${bare};` : terminated ? bare : text
  return signed ? bare + sign : text
}
