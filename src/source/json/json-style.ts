import { beginsLine, indentAt, lineEndOf } from '../../text/lines.ts'
import type { JsonReading } from '../reading.ts'
import type { JsonStyle } from './json-text.ts'

/** As the file is written; npm and elif write every array of theirs on lines of its own. */
export function jsonStyle({ source, root }: JsonReading, path: string): JsonStyle {
  const first = root.items[0]
  const indent = first && beginsLine(source, first.start) ? indentAt(source, first.start) : ''
  return {
    unit: indent || '  ',
    lineEnd: lineEndOf(source),
    expanded: /(^|\/)(package(-lock)?|elif)\.json$/.test(path),
  }
}
