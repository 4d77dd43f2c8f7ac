import type { Span } from '../reading.ts'
import { child, type Node, nodesOf } from './node.ts'

/** The tags of an element, or the brackets of a fragment; undefined for other nodes. */
export function jsxBorders(node: Node): Span[] | undefined {
  const opening = child(node, 'openingElement') ?? child(node, 'openingFragment')
  if (!opening) return undefined
  const closing = child(node, 'closingElement') ?? child(node, 'closingFragment')
  return closing ? [opening, closing] : [opening]
}

/** Whether a node is only text or a comment in braces: then the element around it is the list. */
export const jsxAround = (node: Node): boolean =>
  node.type === 'JSXText' || (node.type === 'JSXExpressionContainer' && isComment(node))

const isComment = (node: Node) => child(node, 'expression')?.type === 'JSXEmptyExpression'

/** What an element holds, without blank text and comments; text without the blanks around it. */
export function childrenIn(node: Node, source: string): Node[] | undefined {
  if (!child(node, 'closingElement') && !child(node, 'closingFragment')) return undefined
  return nodesOf(node.children).flatMap((each) => {
    if (each.type === 'JSXText') return trimmed(each, source)
    return each.type === 'JSXExpressionContainer' && isComment(each) ? [] : [each]
  })
}

function trimmed(text: Node, source: string): Node[] {
  const said = source.slice(text.start, text.end)
  if (said.trim() === '') return []
  const start = text.start + said.length - said.trimStart().length
  return [{ ...text, start, end: start + said.trim().length }]
}
