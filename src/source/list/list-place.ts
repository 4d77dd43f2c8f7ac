import type { Container, Element, List, Reading } from '../reading.ts'

/**
 * A part of a list: entries between `from` and `to` are elif's business, the others are not.
 * Without markers it is a gap between two entries, and `from` equals `to`.
 */
export type ListPlace = {
  list: List
  from: number
  to: number
  /** Whether it is the list as a whole, whose layout its items follow. */
  whole?: true
  /** Where the marker or the neighbour begins whose indentation an entry takes. */
  beside: number
  inside: Element[]
  before: Element[]
  after: Element[]
  /** The same list in the edited text. */
  again: (reading: Reading) => Container | undefined
}

/** Divides the entries of a list at two positions between them. */
export function placeIn(
  list: List,
  { from, to, beside }: { from: number; to: number; beside: number },
  again: ListPlace['again'],
): ListPlace {
  return {
    list,
    from,
    to,
    beside,
    again,
    before: list.elements.filter(({ end }) => end <= from),
    inside: list.elements.filter(({ start, end }) => start >= from && end <= to),
    after: list.elements.filter(({ start, end }) => start >= to && end > from),
  }
}
