import type { Finding } from '../check/finding.ts'
import { type RegionFile, regionFiles } from '../check/region-files.ts'
import { elifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { isOldStyle } from '../source/marker.ts'
import type { Region } from '../source/pair-markers.ts'
import { openReaders } from '../source/readers.ts'
import { type MarkedEntry, regionEntries } from '../source/region-entries.ts'
import { nearest } from '../text/nearest.ts'

/** A region; `from` and `to` are the lines of its markers, entries are counted where it is a list. */
export type MarkedRegion = {
  file: string
  from: number
  to: number
  name: string
  kind: 'elif' | 'custom' | 'old-style'
  entries?: number
}
export type MarkedText = MarkedRegion & { text: string; items?: MarkedEntry[] }
export type RegionList = { regions: MarkedRegion[]; faults: number }
export type Validation = { valid: boolean; regions: number; findings: Finding[] }

/** Every region of an app that is whole, and how many faults the others have. */
export async function listRegions(files: Files): Promise<RegionList> {
  const list: RegionList = { regions: [], faults: 0 }
  await openReaders()
  for (const file of regionFiles(files)) {
    list.regions.push(...file.regions.map((region) => markedRegion(region, file)))
    list.faults += file.faults.length
  }
  return list
}

/** What stands in the regions called `elif:routes`, `routes` or `src/app.ts:elif:routes`. */
export async function showRegions(files: Files, wanted: string): Promise<MarkedText[]> {
  const found: MarkedText[] = []
  const known: string[] = []
  await openReaders()
  for (const file of regionFiles(files)) {
    for (const region of file.regions) {
      const names = callNames(file.path, region.name)
      known.push(...names)
      if (!names.includes(wanted)) continue
      found.push(markedText(region, file))
    }
  }
  if (found.length > 0) return found
  throw elifError('region-unknown', { wanted, near: nearest(wanted, known) })
}

/** Everything that is wrong with the markers of an app, file by file. */
export async function validateRegions(files: Files): Promise<Validation> {
  const findings: Finding[] = []
  let regions = 0
  await openReaders()
  for (const file of regionFiles(files)) {
    regions += file.regions.length
    findings.push(...file.faults)
  }
  return { valid: findings.length === 0, regions, findings }
}

const callNames = (path: string, name: string) => [
  name,
  name.replace(/^\w+:/, ''),
  `${path}:${name}`,
]

function markedText(region: Region, file: RegionFile): MarkedText {
  const items = regionEntries(region, file)
  const text = file.source.slice(region.from, region.to)
  return { ...markedRegion(region, file), text, ...(items ? { items } : {}) }
}

function markedRegion(region: Region, file: RegionFile): MarkedRegion {
  const { path, source } = file
  const { name, opening, closing } = region
  const entries = regionEntries(region, file)?.length
  const own = name.startsWith('custom:') ? 'custom' : 'elif'
  return {
    file: path,
    from: opening.line,
    to: closing.line,
    name,
    kind: isOldStyle(source, opening) ? 'old-style' : own,
    ...(entries === undefined ? {} : { entries }),
  }
}
