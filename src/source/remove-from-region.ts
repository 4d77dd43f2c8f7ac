import { isScript } from './comments.ts'
import { removeFromDocument } from './document/edit-document.ts'
import { type Editor, present } from './edit.ts'
import type { RegionEntry } from './insert-into-region.ts'
import { type Anchor, anchorBody } from './list/anchor-place.ts'
import { takeEntry } from './list/append-entry.ts'
import { listPlaceAt } from './list/list-at.ts'
import type { ListPlace } from './list/list-place.ts'
import { regionPlace } from './list/region-place.ts'
import { removeEntry } from './list/remove-entry.ts'
import type { ListAnchor, Reading } from './reading.ts'
import { typescriptReader } from './readers.ts'

/** Takes one entry out of a region again; what its owner has edited stays unless `key` says it. */
export function removeFromRegion(wanted: RegionEntry): Editor {
  const { region, entry, key, orInto } = wanted
  return (source, path = 'source.ts') => {
    if (!isScript(path)) return removeFromDocument(source, path, wanted)
    const reading = typescriptReader().read(source, path)
    const marked = regionPlace(source, reading, region, path)
    const place = marked ?? (orInto && placeAt(reading, orInto))
    if (!place || typeof place === 'string') return present
    const edit = { source, path, reading, place }
    return place.whole ? takeEntry(edit, entry, key) : removeEntry(edit, entry, key)
  }
}

const placeAt = (reading: Reading, anchor: Anchor | ListAnchor): ListPlace | undefined =>
  'kind' in anchor ? listPlaceAt(reading, anchor) : anchorBody(reading, anchor)
