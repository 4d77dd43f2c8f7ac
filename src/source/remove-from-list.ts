import { type Editor, present } from './edit.ts'
import type { ListEntry } from './insert-into-list.ts'
import { takeEntry } from './list/append-entry.ts'
import { listAt } from './list/list-at.ts'

/** Takes one entry out of a list that is found by what it is; what its owner has edited stays. */
export function removeFromList({ anchor, entry, key }: ListEntry): Editor {
  return (source, path = 'source.ts') => {
    const edit = listAt(source, path, anchor)
    return typeof edit === 'string' ? present : takeEntry(edit, entry, key)
  }
}
