import { lineAfter, lineStart, placesOf } from '../text/lines.ts'
import type { Fault } from './fault.ts'
import type { Comment } from './reading.ts'

/** One of the two lines of a region; `from` and `to` are the borders of its line. */
export type Marker = {
  opens: boolean
  name: string
  position: number
  from: number
  to: number
  line: number
  column: number
}

const wellFormed = /^\s*#?(end)?region\s+((?:elif|custom):[a-z][a-z0-9.-]*)\s*$/
const meantAsMarker = /^[\s*]*#?\s*(end)?region\b[^\n]*\b(elif|custom)\s*:/im
/** How an earlier elif marked the code of its users. */
const oldStyle = /^\s*<<<ELIF:(BEGIN|END) agent-editable:([a-z][a-z0-9.-]*)>>>\s*$/

/** The markers among the comments of a file, and what only looks like one. */
export function markersIn(source: string, comments: Comment[]) {
  const markers: Marker[] = []
  const faults: Fault[] = []
  const placeAt = placesOf(source)
  for (const comment of comments) {
    const said = markerSaid(comment.text)
    if (!said && !meantAsMarker.test(comment.text)) continue
    const place = placeAt(comment.start)
    if (!said) {
      const text = comment.text.trim().replace(/\s+/g, ' ')
      faults.push({ code: 'region-syntax', values: { text }, ...place })
    } else if (!isAlone(source, comment)) {
      faults.push({ code: 'region-inline', values: { name: said.name }, ...place })
    } else {
      const to = lineAfter(source, comment.end)
      const from = lineStart(source, comment.start)
      markers.push({ ...said, position: comment.start, from, to, ...place })
    }
  }
  return { markers, faults }
}

function markerSaid(text: string): { opens: boolean; name: string } | undefined {
  const [said, end, name] = wellFormed.exec(text) ?? []
  if (said !== undefined && name !== undefined) return { opens: end === undefined, name }
  const [, word, custom] = oldStyle.exec(text) ?? []
  return custom === undefined ? undefined : { opens: word === 'BEGIN', name: `custom:${custom}` }
}

/** What a marker of an earlier elif says today; undefined for any other comment. */
export function inCurrentStyle({ text }: Comment): string | undefined {
  const [, word, name] = oldStyle.exec(text) ?? []
  if (name === undefined) return undefined
  const said = `#${word === 'END' ? 'end' : ''}region custom:${name}`
  return text.replace(/<<<ELIF.*>>>/, said)
}

/** Whether a marker, by its line, is one of an earlier elif. */
export const isOldStyle = (source: string, { from, to }: Marker) =>
  source.slice(from, to).includes('<<<ELIF:')

/** In the markup of JSX a comment stands in braces. */
function isAlone(source: string, { start, end }: Comment): boolean {
  const before = source.slice(lineStart(source, start), start).replace(/^\ufeff/, '')
  const after = source.slice(end, lineAfter(source, end))
  const around = before.trim() + after.trim()
  return around === '' || around === '{}'
}
