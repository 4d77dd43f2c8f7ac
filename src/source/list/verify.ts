import { keepsCustom } from '../custom-regions.ts'
import type { Element, Reading } from '../reading.ts'
import { regionsIn } from '../region.ts'
import type { ListPlace } from './list-place.ts'

/** Why an edited text must not be kept; undefined when all is well. */
export function broken(
  source: string,
  reading: Reading,
  place: ListPlace,
  after: { text: string; reading: Reading; identities: string[] },
): string | undefined {
  const outside = source.slice(place.to)
  const same = after.text.startsWith(source.slice(0, place.from)) && after.text.endsWith(outside)
  if (!same) return 'The edit would reach beyond its place.'
  if (after.reading.errors.length > reading.errors.length) {
    return `The file would not parse: ${after.reading.errors[0]?.message ?? ''}`
  }
  if (regionsIn(after.text, after.reading).faults.length > 0) {
    return 'The regions of the file would no longer be well formed.'
  }
  if (!keepsCustom({ source, reading }, { source: after.text, reading: after.reading })) {
    return 'The entry would land in a region that is yours alone.'
  }
  const again = place.again(after.reading)
  const found = again?.kind === 'list' ? identitiesOf(again.elements) : []
  const expected = [
    ...identitiesOf(place.before),
    ...after.identities,
    ...identitiesOf(place.after),
  ]
  const kept = expected.length === found.length && expected.every((each, at) => each === found[at])
  return kept ? undefined : 'The list would not have exactly one entry more or less.'
}

const identitiesOf = (elements: Element[]) => elements.map(({ identity }) => identity)
