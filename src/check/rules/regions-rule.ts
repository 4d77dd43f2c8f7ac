import { faultError } from '../../source/fault.ts'
import { regionsRead } from '../../source/region.ts'
import { findingOf } from '../finding.ts'
import { misnamedMarker } from '../misnamed-marker.ts'
import type { SourceRule } from '../source-file.ts'

/**
 * Every region is opened and closed once, in the same brackets. The first fault of a file is told:
 * a marker that is missing makes those behind it look wrong. Brackets need a file that parses.
 */
export const regionsRule: SourceRule = (file, files) => {
  const { path, source, reading } = file
  if (reading && reading.errors.length > 0) return []
  const { faults } = regionsRead(source, path, reading)
  const [first] = faults
  if (!first) return []
  const found = findingOf('error', faultError(first, path), { path })
  const fix = misnamedMarker(faults, file, files)
  return [fix ? { ...found, fix } : found]
}
