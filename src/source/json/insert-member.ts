import { beginsLine, indentAt, lineStart } from '../../text/lines.ts'
import { appendItems } from '../list/inline-list.ts'
import type { Splice } from '../list/splice.ts'
import type { JsonNode, JsonReading, Span } from '../reading.ts'
import { type JsonStyle, jsonText } from './json-text.ts'

type Member = {
  key: string | undefined
  value: unknown
  /** The property behind which it belongs, as long as that one is there. */
  behind?: string | undefined
}

/** A new property, in alphabetical order where the others are, or a new last element. */
export function insertMember(
  tree: JsonReading,
  node: JsonNode,
  { key, value, behind }: Member,
  style: JsonStyle,
): Splice[] {
  const outer = indentAt(tree.source, node.start)
  const first = node.items[0]
  const ownLine = first && beginsLine(tree.source, first.start)
  const indent = ownLine ? indentAt(tree.source, first.start) : outer + style.unit
  const text = jsonText(value, ownLine || !first ? indent : outer, style)
  const code = key === undefined ? text : `${JSON.stringify(key)}: ${text}`
  if (!first) return [firstMember(node, code, indent, outer, style)]
  const next = key === undefined ? undefined : (nextBehind(node, behind) ?? nextInOrder(node, key))
  return next ? [before(tree, next, code, style)] : appended(tree, node, code)
}

function firstMember(
  node: JsonNode,
  code: string,
  indent: string,
  outer: string,
  style: JsonStyle,
) {
  const { start, end } = node
  const { lineEnd } = style
  return { from: start + 1, to: end - 1, text: lineEnd + indent + code + lineEnd + outer }
}

function before({ source }: JsonReading, { start }: Span, code: string, { lineEnd }: JsonStyle) {
  const blank = /[ \t]*$/.exec(source.slice(0, start))?.[0] ?? ''
  if (!beginsLine(source, start)) return { from: start, to: start, text: `${code},${blank}` }
  const at = lineStart(source, start)
  return { from: at, to: at, text: `${indentAt(source, start)}${code},${lineEnd}` }
}

function appended({ source, comments }: JsonReading, node: JsonNode, code: string): Splice[] {
  const { start, end } = node
  const borders = { open: start + 1, close: end - 1 }
  return appendItems({ source, comments, items: node.items, ...borders, keepsLines: true }, [code])
}

function nextBehind({ items }: JsonNode, name: string | undefined): Span | undefined {
  const index = name === undefined ? -1 : items.findIndex(({ key }) => key === name)
  return index === -1 ? undefined : items[index + 1]
}

/** The property before which a new one belongs, when two or more stand in order. */
function nextInOrder({ items }: JsonNode, key: string): Span | undefined {
  const keys = items.map((item) => String(item.key))
  const sorted = keys.every((each, index) => index === 0 || (keys[index - 1] ?? '') < each)
  return keys.length > 1 && sorted ? items[keys.findIndex((each) => each > key)] : undefined
}
