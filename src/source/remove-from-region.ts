import { type Editor, present } from './edit.ts'
import type { RegionEntry } from './insert-into-region.ts'
import { listPlaceFor } from './list/list-place-for.ts'
import { removeEntry } from './list/remove-entry.ts'

/** Takes one entry out of a region again; what its owner has edited stays unless `key` says it. */
export function removeFromRegion({ region, entry, key }: RegionEntry): Editor {
  return (source, path = 'source.ts') => {
    const edit = listPlaceFor(source, path, { region, orInto: undefined })
    return typeof edit === 'string' ? present : removeEntry(edit, entry, key)
  }
}
