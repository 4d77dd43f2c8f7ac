import { type Editor, present, refused } from './edit.ts'
import { entryText } from './list/entry-text.ts'
import { isEntry } from './list/has-entry.ts'
import { appendItems, removeItem } from './list/inline-list.ts'
import { type ListEdit, verified } from './list/list-edit.ts'
import { type ListPlace, placeIn } from './list/list-place.ts'
import type { List } from './reading.ts'
import { typescriptReader } from './readers.ts'
import { sayingUnread } from './unread.ts'

/** Which member of the object that an exported function returns last: `reviews`. */
export type ReturnedMember = { function: string; member: string }

/** Adds a member at the end of the object that an exported function returns. */
export function addReturnedMember({ function: name, member }: ReturnedMember): Editor {
  return sayingUnread((source, path = 'source.ts') => {
    const edit = returnedObject(source, path, name)
    const paste = `return { ${member} }`
    if (!edit) return refused(`No exported function ${name} returns an object literal.`, paste)
    const entry = entryText(member, 'object', path)
    if (!entry) return refused(`"${member}" is not one member of an object.`, paste)
    const { elements } = edit.place.list
    if (elements.some((element) => isEntry(element, entry, undefined))) return present
    const identities = [...elements.map(({ identity }) => identity), entry.identity]
    return verified(edit, appendItems(inlineList(edit), [entry.text]), identities, paste)
  })
}

/** Takes the member out again. */
export function removeReturnedMember({ function: name, member }: ReturnedMember): Editor {
  return (source, path = 'source.ts') => {
    const edit = returnedObject(source, path, name)
    const entry = entryText(member, 'object', path)
    const elements = edit?.place.list.elements ?? []
    const index = elements.findIndex(({ identity }) => identity === entry?.identity)
    const element = elements[index]
    if (!edit || !element) return present
    const rest = elements.filter((each) => each !== element).map(({ identity }) => identity)
    return verified(edit, removeItem(inlineList(edit), index), rest, member)
  }
}

function returnedObject(source: string, path: string, name: string): ListEdit | undefined {
  const reading = typescriptReader().read(source, path)
  const list = reading.exportedFunction(name)?.returned
  return list && { source, path, reading, place: wholeOf(list, name) }
}

/** All that is between the brackets. */
function wholeOf(list: List, name: string): ListPlace {
  const borders = { from: list.open, to: list.close, beside: list.open }
  return placeIn(list, borders, (later) => later.exportedFunction(name)?.returned)
}

const inlineList = ({ source, reading, place }: ListEdit) => ({
  source,
  comments: reading.comments,
  items: place.list.elements,
  open: place.from,
  close: place.to,
})
