import { isScript } from './comments.ts'
import { insertIntoDocument } from './document/edit-document.ts'
import { type Editor, refused } from './edit.ts'
import type { Anchor } from './list/anchor-place.ts'
import { appendEntry } from './list/append-entry.ts'
import { insertEntry } from './list/insert-entry.ts'
import { listPlaceFor } from './list/list-place-for.ts'
import type { Neighbour } from './list/neighbour-place.ts'
import type { ListAnchor } from './reading.ts'
import { sayingUnread } from './unread.ts'

/** What to put where. The entry has neither indentation nor separators around it. */
export type RegionEntry = {
  /** With its prefix: `elif:modules`. */
  region: string
  entry: string
  /**
   * A name or a call that says which entry this is, however its owner has edited it:
   * `http.register(reviews.routes)`. Names that an entry declares are known without it.
   */
  key?: string
  /** Names that the entry stands on; where they are not known it would not compile. */
  needs?: string[]
  /** Where the entry belongs in the region, as long as that one is there. */
  neighbour?: Neighbour
  /**
   * Where the entry belongs when the owner has taken the markers out. A region that stands is the
   * owner's word about where the list grows, so it comes first.
   */
  orInto?: Anchor | ListAnchor
}

/** Adds one entry beside its neighbour, else at the end of a region, unless its list has the entry already. */
export function insertIntoRegion(wanted: RegionEntry): Editor {
  const insert = sayingUnread((source, path = 'source.ts') => {
    const { region, entry, orInto } = wanted
    const edit = listPlaceFor(source, path, { region, orInto })
    if (typeof edit === 'string') return refused(edit, entry)
    return edit.place.whole ? appendEntry(edit, wanted, entry) : insertEntry(edit, wanted)
  })
  return (source, path = 'source.ts') =>
    isScript(path) ? insert(source, path) : insertIntoDocument(source, path, wanted)
}
