import { isScript } from './comments.ts'
import { replaceInDocument } from './document/replace-in-document.ts'
import { type Editor, refused } from './edit.ts'
import { listPlaceFor } from './list/list-place-for.ts'
import { type Replaced, replaceEntry } from './list/replace-entry.ts'
import { sayingUnread } from './unread.ts'

/**
 * Puts an entry of a region in the place of the one that elif had written. One that its owner has
 * edited stays, unless `expecting` says how it reads now.
 */
export function replaceInRegion(wanted: Replaced & { region: string }): Editor {
  const { region, entry } = wanted
  const replace = sayingUnread((source, path = 'source.ts') => {
    const edit = listPlaceFor(source, path, { region, orInto: undefined })
    return typeof edit === 'string' ? refused(edit, entry) : replaceEntry(edit, wanted)
  })
  return (source, path = 'source.ts') =>
    isScript(path) ? replace(source, path) : replaceInDocument(source, path, wanted)
}
