import type { Region } from './pair-markers.ts'
import type { Reading } from './reading.ts'

/** How many entries stand in a region; undefined where it lies in no list. */
export function entriesIn({ opening, from, to }: Region, reading: Reading): number | undefined {
  const container = reading.containerAt(opening.position)
  if (container.kind !== 'list') return undefined
  return container.elements.filter(({ start, end }) => start >= from && end <= to).length
}
