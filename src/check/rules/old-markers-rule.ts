import { isOldStyle } from '../../source/marker.ts'
import { regionsRead } from '../../source/region.ts'
import { rewriteOldMarkers } from '../../source/rewrite-old-markers.ts'
import { finding } from '../finding.ts'
import type { SourceRule } from '../source-file.ts'

/** Markers of an earlier elif can be written as those of today, where all of a file are whole. */
export const oldMarkersRule: SourceRule = ({ path, source, reading }) => {
  if (!source.includes('<<<ELIF:') || (reading?.errors.length ?? 0) > 0) return []
  if (rewriteOldMarkers(source, path).kind !== 'changed') return []
  const { regions } = regionsRead(source, path, reading)
  const [first, ...others] = regions.filter(({ opening }) => isOldStyle(source, opening))
  if (!first) return []
  const { line, column } = first.opening
  const values = { name: first.name, more: others.length }
  const found = finding('info', { path, line, column }, 'region-old-style', values)
  return [{ ...found, fix: rewriteOldMarkers }]
}
