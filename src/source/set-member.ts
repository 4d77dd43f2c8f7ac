import { editedWhole } from './edited-whole.ts'
import { type Editor, present, refused } from './edit.ts'
import { insertIntoList } from './insert-into-list.ts'
import type { List, ListAnchor, Reading } from './reading.ts'
import { typescriptReader } from './readers.ts'
import { sayingUnread } from './unread.ts'

/** A member of an object literal, by where that is: `current` with the value `'2'`. */
export type Member = { anchor: ListAnchor; name: string; value: string }

/** Gives a member of an object literal a value, whether it is there already or not. */
export function setMember({ anchor, name, value }: Member): Editor {
  const entry = `${name}: ${value}`
  return sayingUnread((source, path = 'source.ts') => {
    const reading = typescriptReader().read(source, path)
    const lists = reading.listsAt(anchor)
    const found = lists[0] && memberOf(lists[0], name)
    if (!found || lists.length > 1) return insertIntoList({ anchor, entry })(source, path)
    const wanted = typescriptReader().readEntry(entry, 'object', path)
    if (!wanted) return refused(`${entry} is no member of an object.`, entry)
    if (found.identity === wanted.identity) return present
    const isDone = (after: Reading) => {
      const list = after.listsAt(anchor)[0]
      return list !== undefined && memberOf(list, name)?.identity === wanted.identity
    }
    const splice = { from: found.start, to: found.end, text: entry }
    return editedWhole({ source, path, reading, isDone }, [splice], { what: name, paste: entry })
  })
}

const memberOf = (list: List, name: string) =>
  list.elements.find(({ names }) => names.includes(name))
