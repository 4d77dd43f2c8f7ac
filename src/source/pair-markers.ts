import { type Fault, faultAt } from './fault.ts'
import type { Marker } from './marker.ts'

/** A marked place: the text between its two lines is source.slice(from, to). */
export type Region = { name: string; opening: Marker; closing: Marker; from: number; to: number }

type Found = { regions: Region[]; faults: Fault[]; firsts: Map<string, Marker> }

/** Joins the two lines of each region; a region neither holds nor crosses another one. */
export function pairMarkers({ markers, faults }: { markers: Marker[]; faults: Fault[] }) {
  const found: Found = { regions: [], faults: [...faults], firsts: new Map() }
  let open: Marker | undefined
  for (const marker of markers) {
    open = marker.opens ? opened(marker, open, found) : closed(marker, open, found)
  }
  if (open) found.faults.push(faultAt(open, 'region-unclosed', { name: open.name }))
  return { regions: found.regions, faults: found.faults }
}

function opened(marker: Marker, open: Marker | undefined, { firsts, faults }: Found): Marker {
  const { name, line } = marker
  const same = open?.name === name ? open : firsts.get(name)
  if (same) {
    faults.push(faultAt(marker, 'region-duplicate', { name, line, first: same.line }))
  } else if (open) {
    const values = { name, line, outer: open.name, outerLine: open.line }
    faults.push(faultAt(marker, 'region-nested', values))
  }
  return open ?? marker
}

function closed(marker: Marker, open: Marker | undefined, { regions, faults, firsts }: Found) {
  const { name, line } = marker
  if (!open) {
    faults.push(faultAt(marker, 'region-unopened', { name, line }))
    return undefined
  }
  if (open.name !== name) {
    const values = { name, line, outer: open.name, outerLine: open.line }
    faults.push(faultAt(marker, 'region-crossed', values))
    return open
  }
  if (!firsts.has(name)) firsts.set(name, open)
  regions.push({ name, opening: open, closing: marker, from: open.to, to: marker.from })
  return undefined
}
