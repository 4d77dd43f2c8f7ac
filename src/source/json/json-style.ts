import { beginsLine, indentAt, lineEndOf } from '../../text/lines.ts'
import type { JsonStyle } from './json-text.ts'
import type { JsonTree } from './json-tree.ts'

/** As the file is written; npm writes every array of a package.json on lines of its own. */
export function jsonStyle({ source, root }: JsonTree, path: string): JsonStyle {
  const first = root.children?.[0]
  const indent = first && beginsLine(source, first.offset) ? indentAt(source, first.offset) : ''
  return {
    unit: indent || '  ',
    lineEnd: lineEndOf(source),
    expanded: /(^|\/)package(-lock)?\.json$/.test(path),
  }
}
