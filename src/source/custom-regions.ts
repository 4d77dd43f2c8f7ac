import type { Reading } from './reading.ts'
import { regionsIn } from './region.ts'

/** What stands in the regions that belong to the owner alone, by their names. */
function customTexts(source: string, reading: Reading): string {
  const custom = regionsIn(source, reading).regions.filter(({ name }) => name.startsWith('custom:'))
  return JSON.stringify(custom.map(({ name, from, to }) => [name, source.slice(from, to)]))
}

/** Whether every byte of the owner's own regions is as it was. */
export const keepsCustom = (
  before: { source: string; reading: Reading },
  after: { source: string; reading: Reading },
) => customTexts(before.source, before.reading) === customTexts(after.source, after.reading)
