import { child, isNode, type Node, nodesOf } from '../oxc/node.ts'
import type { Shape } from './shapes.ts'

/** A name with the type it is said to have. */
export function typed(id: Node, typeAnnotation: Node | undefined, optional = false): Node {
  const end = typeAnnotation?.end ?? (optional ? id.end + 1 : id.end)
  return { ...id, end, typeAnnotation: typeAnnotation ?? null, optional }
}

/** What stands for one value: a name or a pattern, with `...` or a default. */
function bound(raw: Node, id: Node): Node {
  const { start, end } = raw
  if (child(raw, 'dotDotDotToken')) return { type: 'RestElement', start, end, argument: id }
  const right = child(raw, 'initializer')
  return right
    ? { type: 'AssignmentPattern', start: id.start, end: right.end, left: id, right }
    : id
}

const boundName = (raw: Node) => bound(raw, nameOf(raw))
const nameOf = (raw: Node) => child(raw, 'name') ?? raw

function property(raw: Node): Node {
  if (child(raw, 'dotDotDotToken')) return boundName(raw)
  const propertyName = child(raw, 'propertyName')
  return {
    type: 'Property',
    start: raw.start,
    end: raw.end,
    kind: 'init',
    key: propertyName ?? nameOf(raw),
    value: boundName(raw),
    shorthand: propertyName === undefined,
  }
}

/** What is assigned to is a pattern, though it looks like a value until the sign is read. */
export function targetOf(node: Node): Node {
  const inner = (value: unknown) => (isNode(value) ? targetOf(value) : value)
  const each = (value: unknown) => (Array.isArray(value) ? value.map(inner) : value)
  switch (node.type) {
    case 'ArrayExpression':
      return { ...node, type: 'ArrayPattern', elements: each(node.elements) }
    case 'ObjectExpression':
      return { ...node, type: 'ObjectPattern', properties: each(node.properties) }
    case 'Property':
      return { ...node, value: inner(node.value) }
    case 'SpreadElement':
      return { ...node, type: 'RestElement', argument: inner(node.argument) }
    case 'AssignmentExpression':
      return { ...node, type: 'AssignmentPattern' }
    default:
      return node
  }
}

/** `private a` as a parameter declares a property as well. */
const isProperty = (modifiers: unknown) =>
  nodesOf(modifiers).some(({ type }) => /^(Public|Private|Protected|Readonly|Override)/.test(type))

export const patternShapes: Record<string, Shape> = {
  ArrayBindingPattern: (raw) => ({
    ...raw,
    elements: Array.isArray(raw.elements)
      ? raw.elements.map((each) => (isNode(each) ? boundName(each) : each))
      : [],
  }),
  ObjectBindingPattern: (raw) => ({ ...raw, properties: nodesOf(raw.properties).map(property) }),
  Parameter: (raw) => {
    const { start, end, modifiers } = raw
    const optional = child(raw, 'questionToken') !== undefined
    const annotation = child(raw, 'typeAnnotation')
    const parameter = child(raw, 'dotDotDotToken')
      ? typed(boundName(raw), annotation)
      : bound(raw, typed(nameOf(raw), annotation, optional))
    return isProperty(modifiers)
      ? { type: 'TSParameterProperty', start, end, modifiers, parameter }
      : { ...parameter, modifiers }
  },
  VariableDeclaration: ({ typeAnnotation, ...raw }) => {
    const id = child(raw, 'id')
    return { ...raw, id: id && typed(id, isNode(typeAnnotation) ? typeAnnotation : undefined) }
  },
}
