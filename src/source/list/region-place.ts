import { faultError } from '../fault.ts'
import type { Reading } from '../reading.ts'
import { regionsIn } from '../region.ts'
import { type ListPlace, placeIn } from './list-place.ts'

/** The list a region lies in; undefined without such a region, a reason when it is no list. */
export function regionPlace(
  source: string,
  reading: Reading,
  name: string,
  path: string,
): ListPlace | string | undefined {
  const { regions, faults } = regionsIn(source, reading)
  const [fault] = faults
  if (fault) throw faultError(fault, path)
  const region = regions.find((each) => each.name === name)
  if (!region) return undefined
  const { from, to, opening } = region
  const list = reading.containerAt(opening.position)
  if (list.kind === 'other') return `The region ${name} stands in ${list.what}, which is no list.`
  const beside = opening.position
  return placeIn(list, { from, to, beside }, (later) => later.containerAt(beside))
}
