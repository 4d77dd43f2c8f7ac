import type { List, ListAnchor, Reading } from '../reading.ts'
import { typescriptReader } from '../readers.ts'
import type { ListEdit } from './list-edit.ts'
import { type ListPlace, placeIn } from './list-place.ts'

/** The one list that an anchor tells; a reason when there is none or more than one. */
export function listAt(source: string, path: string, anchor: ListAnchor): ListEdit | string {
  const reading = typescriptReader().read(source, path)
  const place = listPlaceAt(reading, anchor)
  if (place) return { source, path, reading, place }
  return `There is ${saying(anchor, reading.listsAt(anchor).length > 1 ? 'more than one' : 'no')}.`
}

/** The same as a place of a file that was read already. */
export function listPlaceAt(reading: Reading, anchor: ListAnchor): ListPlace | undefined {
  const [list, ...others] = reading.listsAt(anchor)
  if (!list || others.length > 0) return undefined
  return wholeOf(list, (later) => later.listsAt(anchor)[0])
}

/** All that is between the brackets. */
export function wholeOf(list: List, again: ListPlace['again']): ListPlace {
  const borders = { from: list.open, to: list.close, beside: list.open }
  return { ...placeIn(list, borders, again), whole: true }
}

function saying({ kind, name, path = [] }: ListAnchor, count: string): string {
  const what = {
    call: `call of ${name}`,
    type: `object of the type ${name}`,
    export: `export ${name} that holds a list`,
    chain: `chain of calls from ${name}`,
  }[kind]
  return path.length === 0
    ? `${count} ${what}`
    : `${count} ${what} with a list at ${path.join('.')}`
}
