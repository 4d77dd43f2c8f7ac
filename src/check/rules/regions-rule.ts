import { faultError } from '../../source/fault.ts'
import { regionsRead } from '../../source/region.ts'
import { findingOf } from '../finding.ts'
import type { SourceRule } from '../source-file.ts'

/**
 * Every region is opened and closed once, in the same brackets. The first fault of a file is told:
 * a marker that is missing makes those behind it look wrong. Brackets need a file that parses.
 */
export const regionsRule: SourceRule = ({ path, source, reading }) => {
  if (reading && reading.errors.length > 0) return []
  const [first] = regionsRead(source, path, reading).faults
  return first ? [findingOf('error', faultError(first, path), { path })] : []
}
