import type { Files } from '../files/files.ts'
import { findRegions, regionFaults } from '../source/region.ts'
import { placeOf } from '../text/lines.ts'
import { keptLines } from '../text/kept-lines.ts'
import type { FileState } from './file-states.ts'
import { formattedBase } from './formatted-base.ts'
import type { Managed } from './managed-files.ts'
import type { Recorded } from './read-ledger.ts'

/** Whose a line is. Unsure: a run has edited the file, but so has the owner. */
export type LineOrigin = {
  whose: 'elif' | 'owner' | 'unsure' | 'generated'
  /** The runs that wrote it or may have. */
  by: Recorded[]
  region?: string
}

type Options = { files: Files; file: Managed; state: FileState['state']; text: string }

/** Whose one line of a managed file is, counted from 1. */
export async function lineOrigin(options: Options, line: number): Promise<LineOrigin> {
  const { files, file, state, text } = options
  const region = regionAt(file.path, text, line)
  const place = region === undefined ? {} : { region }
  if (state === 'generated') return { whose: 'generated', by: [], ...place }
  const base = await formattedBase(files, file.path)
  const made = file.made === undefined ? [] : [file.made]
  const isRendered = base !== undefined && (await keptLines(base, text)).has(line)
  if (isRendered) return { whose: 'elif', by: made, ...place }
  const isAsLeft = state !== 'edited' && file.unbroken
  const by = editsIn(file, region)
  if (isAsLeft) return { whose: 'elif', by: by.length > 0 ? by : made, ...place }
  return { whose: by.length > 0 ? 'unsure' : 'owner', by, ...place }
}

/** The runs that may have written into a region, or outside of all regions (imports, results). */
function editsIn({ edits }: Managed, region: string | undefined): Recorded[] {
  const able = edits.filter(({ regions }) => region === undefined || regions.includes(region))
  return able.map(({ recorded }) => recorded)
}

/** A file with faulty regions has none that could be named. */
function regionAt(path: string, text: string, line: number): string | undefined {
  if (regionFaults(text, path).length > 0) return undefined
  return findRegions(text, path).find(({ from, to }) => {
    return placeOf(text, from).line <= line && line < placeOf(text, to).line
  })?.name
}
