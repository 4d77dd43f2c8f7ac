import type { Region } from './pair-markers.ts'
import { regionsRead } from './region.ts'

type Piece = { start: number; text: string }

/** Where a text differs from an earlier one outside of the regions that `isOpen` tells. */
export function changedOutside(
  before: string,
  after: string,
  path: string,
  isOpen: (region: Region) => boolean,
): number[] {
  const old = piecesOf(before, path, isOpen)
  const pieces = piecesOf(after, path, isOpen)
  if (old.length !== pieces.length) return [firstDifference(before, after) ?? 0]
  return pieces.flatMap(({ start, text }, index) => {
    const place = firstDifference(old[index]?.text ?? '', text)
    return place === undefined ? [] : [start + place]
  })
}

/** What stands before, between and behind the open regions, the lines of their markers included. */
function piecesOf(source: string, path: string, isOpen: (region: Region) => boolean): Piece[] {
  const { regions, faults } = regionsRead(source, path)
  const open = faults.length > 0 ? [] : regions.filter(isOpen)
  const starts = [0, ...open.map(({ to }) => to)]
  const ends = [...open.map(({ from }) => from), source.length]
  return starts.map((start, index) => ({ start, text: source.slice(start, ends[index]) }))
}

function firstDifference(before: string, after: string): number | undefined {
  if (before === after) return undefined
  let place = 0
  while (place < after.length && before[place] === after[place]) place += 1
  return place
}
