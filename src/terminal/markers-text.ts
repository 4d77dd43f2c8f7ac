import type { MarkedRegion, MarkedText, RegionList, Validation } from '../actions/markers.ts'
import { columns } from './columns.ts'
import { findingsSummary, findingsText } from './findings-text.ts'
import { paint } from './paint.ts'

/** A row for each region: where it stands, its name, what is known of its entries. */
export function regionListText({ regions, faults }: RegionList): string {
  const rows = regions.map((region): [string, string] => [lines(region), nameText(region)])
  const list = rows.length > 0 ? columns(rows) : ['There is no region in this app.']
  if (faults > 0) list.push('', 'Not all markers are well formed: ./elif markers:validate')
  return list.join('\n')
}

/** The text of each region under its place, with the numbers that its lines have in the file. */
export const regionTexts = (regions: MarkedText[]): string => regions.map(regionText).join('\n\n')

/** All that is wrong, or how much is right. */
export function validationText({ findings, regions }: Validation): string {
  if (findings.length > 0) return `${findingsText(findings)}\n\n${findingsSummary(findings)}`
  return regions === 1 ? 'The one region is well formed.' : `${regions} regions, all well formed.`
}

function regionText(region: MarkedText): string {
  const width = String(region.to).length
  const texts = region.text === '' ? [] : region.text.replace(/\r?\n$/, '').split(/\r?\n/)
  const numbered = texts.map((text, index) => {
    const line = String(region.from + 1 + index).padStart(width)
    return `${paint('dim', line)}  ${text}`.trimEnd()
  })
  return [`${lines(region)}  ${nameText(region)}`, ...numbered].join('\n')
}

const lines = ({ file, from, to }: MarkedRegion) => `${file}:${from}-${to}`

function nameText({ name, kind, entries }: MarkedRegion): string {
  const counted = entries === undefined ? [] : [entries === 1 ? '1 entry' : `${entries} entries`]
  return [name, ...counted, ...(kind === 'old-style' ? ['old style'] : [])].join(', ')
}
