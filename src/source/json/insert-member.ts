import type { Node } from 'jsonc-parser'

import { beginsLine, indentAt, lineStart } from '../../text/lines.ts'
import { appendItems } from '../list/inline-list.ts'
import type { Splice } from '../list/splice.ts'
import { type JsonStyle, jsonText } from './json-text.ts'
import { type JsonTree, spanOf } from './json-tree.ts'

/** A new property, in alphabetical order where the others are, or a new last element. */
export function insertMember(
  tree: JsonTree,
  node: Node,
  { key, value }: { key: string | undefined; value: unknown },
  style: JsonStyle,
): Splice[] {
  const outer = indentAt(tree.source, node.offset)
  const first = node.children?.[0]
  const ownLine = first && beginsLine(tree.source, first.offset)
  const indent = ownLine ? indentAt(tree.source, first.offset) : outer + style.unit
  const text = jsonText(value, ownLine || !first ? indent : outer, style)
  const code = key === undefined ? text : `${JSON.stringify(key)}: ${text}`
  if (!first) return [firstMember(node, code, indent, outer, style)]
  const next = key === undefined ? undefined : nextInOrder(node, key)
  return next ? [before(tree, next, code, style)] : appended(tree, node, code)
}

function firstMember(node: Node, code: string, indent: string, outer: string, style: JsonStyle) {
  const { start, end } = spanOf(node)
  const { lineEnd } = style
  return { from: start + 1, to: end - 1, text: lineEnd + indent + code + lineEnd + outer }
}

function before({ source }: JsonTree, { offset }: Node, code: string, { lineEnd }: JsonStyle) {
  if (!beginsLine(source, offset)) return { from: offset, to: offset, text: `${code}, ` }
  const at = lineStart(source, offset)
  return { from: at, to: at, text: `${indentAt(source, offset)}${code},${lineEnd}` }
}

function appended({ source, comments }: JsonTree, node: Node, code: string): Splice[] {
  const { start, end } = spanOf(node)
  const items = (node.children ?? []).map(spanOf)
  return appendItems({ source, comments, items, open: start + 1, close: end - 1 }, [code])
}

/** The property before which a new one belongs, when two or more stand in order. */
function nextInOrder({ children = [] }: Node, key: string): Node | undefined {
  const keys = children.map((property) => String(property.children?.[0]?.value))
  const sorted = keys.every((each, index) => index === 0 || (keys[index - 1] ?? '') < each)
  return keys.length > 1 && sorted ? children[keys.findIndex((each) => each > key)] : undefined
}
