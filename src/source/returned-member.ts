import { type Editor, present, refused } from './edit.ts'
import { appendEntry, takeEntry } from './list/append-entry.ts'
import { wholeOf } from './list/list-at.ts'
import type { ListEdit } from './list/list-edit.ts'
import type { Neighbour } from './list/neighbour-place.ts'
import { typescriptReader } from './readers.ts'
import { sayingUnread } from './unread.ts'

/** Which member of the object that an exported function returns last: `reviews`. */
export type ReturnedMember = { function: string; member: string; neighbour?: Neighbour }

/** Adds a member to the object that an exported function returns: beside its neighbour, else last. */
export function addReturnedMember(wanted: ReturnedMember): Editor {
  const { function: name, member, neighbour } = wanted
  return sayingUnread((source, path = 'source.ts') => {
    const edit = returnedObject(source, path, name)
    const paste = `return { ${member} }`
    if (!edit) return refused(`No exported function ${name} returns an object literal.`, paste)
    return appendEntry(edit, { entry: member, ...(neighbour && { neighbour }) }, paste)
  })
}

/** Takes the member out again. */
export function removeReturnedMember({ function: name, member }: ReturnedMember): Editor {
  return (source, path = 'source.ts') => {
    const edit = returnedObject(source, path, name)
    return edit ? takeEntry(edit, member, undefined) : present
  }
}

function returnedObject(source: string, path: string, name: string): ListEdit | undefined {
  const reading = typescriptReader().read(source, path)
  const list = reading.exportedFunction(name)?.returned
  const place = list && wholeOf(list, (later) => later.exportedFunction(name)?.returned)
  return place && { source, path, reading, place }
}
