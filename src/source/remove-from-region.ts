import { type Editor, present } from './edit.ts'
import type { RegionEntry } from './insert-into-region.ts'
import { anchorBody } from './list/anchor-place.ts'
import { regionPlace } from './list/region-place.ts'
import { removeEntry } from './list/remove-entry.ts'
import { typescriptReader } from './readers.ts'

/** Takes one entry out of a region again; what its owner has edited stays unless `key` says it. */
export function removeFromRegion({ region, entry, key, orInto }: RegionEntry): Editor {
  return (source, path = 'source.ts') => {
    const reading = typescriptReader().read(source, path)
    const marked = regionPlace(source, reading, region, path)
    const place = marked ?? (orInto && anchorBody(reading, orInto))
    if (!place || typeof place === 'string') return present
    return removeEntry({ source, path, reading, place }, entry, key)
  }
}
