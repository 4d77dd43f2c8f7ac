import { type Editor, present, refused } from './edit.ts'
import { appendEntry, takeEntry } from './list/append-entry.ts'
import { wholeOf } from './list/list-at.ts'
import type { ListEdit } from './list/list-edit.ts'
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
    return appendEntry(edit, { entry: member }, paste)
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
