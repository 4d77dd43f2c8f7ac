import { type Fault, faultError } from './fault.ts'
import { isScript } from './comments.ts'
import { languageOf } from './document/document.ts'
import { markersIn } from './marker.ts'
import { pairMarkers, type Region } from './pair-markers.ts'
import type { Reading } from './reading.ts'
import { typescriptReader } from './readers.ts'

/** The regions of a file; throws the first fault they have. */
export function findRegions(source: string, path: string): Region[] {
  const { regions, faults } = regionsOf(source, path)
  const [first] = faults
  if (first) throw faultError(first, path)
  return regions
}

/** Everything that is wrong with the regions of a file, in the order of the places. */
export const regionFaults = (source: string, path: string): Fault[] =>
  regionsOf(source, path).faults

/** Reads no syntax tree when no comment is meant as a marker. */
function regionsOf(source: string, path: string): { regions: Region[]; faults: Fault[] } {
  const none = { regions: [], faults: [] }
  return mayHoldRegions(source) ? regionsRead(source, path) : none
}

/** The same for a source that may have been read already; other languages have no reading. */
export function regionsRead(source: string, path: string, reading?: Reading) {
  if (!isScript(path)) return documentRegions(source, path)
  return regionsIn(source, reading ?? typescriptReader().read(source, path))
}

/** Between the two lines of a region there are whole entries, where the language can tell. */
function documentRegions(source: string, path: string) {
  const language = languageOf(path)
  if (!language) return { regions: [], faults: [] }
  const { regions, faults } = pairMarkers(markersIn(source, language.comments(source)))
  if (language.tolerant) return { regions, faults }
  const split = regions.flatMap(({ name, closing: { line, column }, from, to }): Fault[] =>
    language.entries(source, { start: from, end: to })
      ? []
      : [{ code: 'region-split', values: { name }, line, column }],
  )
  return { regions, faults: byPlace([...faults, ...split]) }
}

const byPlace = (faults: Fault[]) =>
  faults.toSorted((a, b) => a.line - b.line || a.column - b.column)

/** Whether it is worth looking: false only where no marker can be. */
export const mayHoldRegions = (source: string) => /region|<<<ELIF/i.test(source)

type Found = { regions: Region[]; faults: Fault[] }

const known = new WeakMap<Reading, Found>()

/** The same for a source that was read already; each reading is looked through once. */
export function regionsIn(source: string, reading: Reading): Found {
  const found = known.get(reading) ?? lookedThrough(source, reading)
  known.set(reading, found)
  return found
}

function lookedThrough(source: string, reading: Reading): Found {
  const { regions, faults } = pairMarkers(markersIn(source, reading.comments))
  const all = [...faults, ...regions.flatMap((region) => splitFault(region, reading) ?? [])]
  return { regions, faults: byPlace(all) }
}

/** Both lines have to stand in the same brackets, and no entry may cross them. */
function splitFault({ name, opening, closing, from, to }: Region, reading: Reading) {
  const first = reading.containerAt(opening.position)
  const last = reading.containerAt(closing.position)
  const { line, column } = closing
  const fault: Fault = { code: 'region-split', values: { name }, line, column }
  if (first.id !== last.id) return fault
  if (first.kind === 'other') return undefined
  const crossing = first.elements.some(
    ({ start, end }) => (start < from && end > from) || (start < to && end > to),
  )
  return crossing ? fault : undefined
}
