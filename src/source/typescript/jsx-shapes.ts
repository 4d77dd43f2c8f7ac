import { child, isNode, type Node } from '../oxc/node.ts'
import type { Shape } from './shapes.ts'

function tagName(node: Node): Node {
  if (node.type === 'Identifier') return { ...node, type: 'JSXIdentifier' }
  const [object, property] = [child(node, 'object'), child(node, 'property')]
  if (node.type !== 'MemberExpression' || !object || !property) return node
  return {
    ...node,
    type: 'JSXMemberExpression',
    object: tagName(object),
    property: tagName(property),
  }
}

const named: Shape = (raw) => {
  const name = child(raw, 'name')
  return { ...raw, name: name && tagName(name) }
}

const opening: Shape = (raw, context) => ({
  ...named(raw, context),
  attributes: child(raw, 'attributes')?.properties ?? [],
})

/** An element without children has an opening tag all the same. */
const selfClosing: Shape = ({ tagName: name, ...raw }, context) => {
  const { type, start, end } = raw
  const tag = { ...raw, type: 'JSXOpeningElement', name, selfClosing: true }
  const openingElement = opening(tag, context)
  return { type, start, end, openingElement, children: [], closingElement: null }
}

const braces: Shape = (raw) => {
  const { start, end, expression } = raw
  const nothing = { type: 'JSXEmptyExpression', start: start + 1, end: end - 1 }
  return { ...raw, expression: isNode(expression) ? expression : nothing }
}

export const jsxShapes: Record<string, Shape> = {
  JsxOpeningElement: opening,
  JsxClosingElement: named,
  JsxSelfClosingElement: selfClosing,
  JsxAttribute: named,
  JsxExpression: braces,
}
