import type { Files } from '../files/files.ts'
import { isScript } from '../source/comments.ts'
import { faultError } from '../source/fault.ts'
import type { Region } from '../source/pair-markers.ts'
import { typescriptReader } from '../source/readers.ts'
import type { Reading } from '../source/reading.ts'
import { mayHoldRegions, regionsRead } from '../source/region.ts'
import { type Finding, findingOf, unreadFinding } from './finding.ts'
import { spareMemory } from './spare-memory.ts'
import { sourcePaths } from './source-paths.ts'

/** A file with markers: the regions that are whole, and everything that is wrong with the rest. */
export type RegionFile = {
  path: string
  source: string
  reading: Reading | undefined
  regions: Region[]
  faults: Finding[]
}

/** The files of an app that hold markers, and those that cannot be read, one at a time. */
export function* regionFiles(files: Files): Generator<RegionFile> {
  spareMemory()
  for (const path of sourcePaths(files)) {
    const file = regionFile(path, files)
    if (file && file.regions.length + file.faults.length > 0) yield file
  }
}

function regionFile(path: string, files: Files): RegionFile | undefined {
  try {
    const source = files.read(path) ?? ''
    if (!mayHoldRegions(source)) return undefined
    const reading = isScript(path) ? typescriptReader().read(source, path) : undefined
    const { regions, faults } = regionsRead(source, path, reading)
    const findings = faults.map((fault) => findingOf('error', faultError(fault, path), { path }))
    return { path, source, reading, regions, faults: findings }
  } catch (fault) {
    const faults = [unreadFinding(fault, path)]
    return { path, source: '', reading: undefined, regions: [], faults }
  }
}
