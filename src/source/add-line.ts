import { lineAfter, lineEndOf } from '../text/lines.ts'
import { type Editor, changed, present } from './edit.ts'

/** A line of a file in which every line stands for itself, and the one behind which it belongs. */
export type Line = { line: string; behind?: string }

/** Adds a line behind the one that is named, else at the end; one that is there already stays. */
export function addLine({ line, behind }: Line): Editor {
  return (source) => {
    if (placeBehind(source, line) !== undefined) return present
    const lineEnd = lineEndOf(source)
    const at = (behind === undefined ? undefined : placeBehind(source, behind)) ?? source.length
    const isOpen = at === source.length && source !== '' && !source.endsWith('\n')
    const added = isOpen ? lineEnd + line : line + lineEnd
    return changed(source.slice(0, at) + added + source.slice(at))
  }
}

/** Where the next line begins; undefined where there is no such line. */
function placeBehind(source: string, line: string): number | undefined {
  for (let at = 0; at < source.length; at = lineAfter(source, at)) {
    const next = lineAfter(source, at)
    if (
      source
        .slice(at, next)
        .replace(/^\ufeff/, '')
        .trim() === line
    )
      return next
  }
  return undefined
}
