import { type Editor, refused } from './edit.ts'
import { appendEntry } from './list/append-entry.ts'
import type { Wanted } from './list/insert-entry.ts'
import { listAt } from './list/list-at.ts'
import type { ListAnchor } from './reading.ts'
import { sayingUnread } from './unread.ts'

/** What to put into a list that has no markers and is found by what it is. */
export type ListEntry = Wanted & { anchor: ListAnchor }

/** Adds one entry beside its neighbour, else at the end of such a list, unless the list has the entry already. */
export function insertIntoList(wanted: ListEntry): Editor {
  return sayingUnread((source, path = 'source.ts') => {
    const edit = listAt(source, path, wanted.anchor)
    if (typeof edit === 'string') return refused(edit, wanted.entry)
    return appendEntry(edit, wanted, wanted.entry)
  })
}
