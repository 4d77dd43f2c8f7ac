import { elifError } from '../../errors/elif-error.ts'
import type { ListAnchor, Reading } from '../reading.ts'
import { typescriptReader } from '../readers.ts'
import { regionsIn } from '../region.ts'
import { type Anchor, anchorPlace } from './anchor-place.ts'
import type { ListEdit } from './list-edit.ts'
import { listPlaceAt } from './list-at.ts'
import type { ListPlace } from './list-place.ts'
import { regionPlace } from './region-place.ts'

/** Finds the list by its region, else by its anchor; a reason when neither is there. */
export function listPlaceFor(
  source: string,
  path: string,
  { region, orInto }: { region: string; orInto: Anchor | ListAnchor | undefined },
): ListEdit | string {
  const reading = typescriptReader().read(source, path)
  const marked = regionPlace(source, reading, region, path)
  if (typeof marked === 'string') return marked
  const place = marked ?? (orInto && placeAt(source, reading, orInto))
  if (place) return { source, path, reading, place }
  const found = regionsIn(source, reading).regions.map(({ name }) => name)
  return elifError('region-missing', { name: region, found }).message
}

const placeAt = (
  source: string,
  reading: Reading,
  anchor: Anchor | ListAnchor,
): ListPlace | undefined =>
  'kind' in anchor ? listPlaceAt(reading, anchor) : anchorPlace(source, reading, anchor)
