import { child, type Node, nodesOf } from '../oxc/node.ts'
import { targetOf } from './pattern-shapes.ts'
import type { Context, Shape } from './shapes.ts'
import { typescript } from './typescript.ts'

const compared =
  /^(Equals|EqualsEquals|Exclamation|ExclamationEquals|LessThan|GreaterThan)EqualsToken$/
const logical = /^(AmpersandAmpersand|BarBar|QuestionQuestion)Token$/

function binary(raw: Node): Node {
  const operator = child(raw, 'operator')?.type ?? ''
  const made = { ...raw, operator }
  if (operator === 'CommaToken') return sequence(raw)
  if (logical.test(operator)) return { ...made, type: 'LogicalExpression' }
  if (!operator.endsWith('EqualsToken') || compared.test(operator)) return made
  const left = child(raw, 'left')
  return { ...made, type: 'AssignmentExpression', left: left && targetOf(left) }
}

/** `a, b, c` is one list, not a list in a list. */
function sequence(raw: Node): Node {
  const { start, end, left, right } = raw
  const [first] = nodesOf(left)
  const before = first?.type === 'SequenceExpression' ? nodesOf(first.expressions) : nodesOf(left)
  return { type: 'SequenceExpression', start, end, expressions: [...before, right] }
}

/** `a?.b.c` is one chain; what stands in it is not one of its own. */
const chained =
  (key: string): Shape =>
  (raw, { node }) => {
    if (!(node.flags & typescript().ts.NodeFlags.OptionalChain)) return raw
    const inner = child(raw, key)
    const first = inner?.type === 'ChainExpression' ? child(inner, 'expression') : inner
    const { start, end } = raw
    return { type: 'ChainExpression', start, end, expression: { ...raw, [key]: first } }
  }

/** `import('a')` looks like a call, but what it calls has no name. */
const call: Shape = (raw, context) => {
  const [source, options = null] = nodesOf(raw.arguments)
  return child(raw, 'callee')?.type === 'ImportKeyword'
    ? { type: 'ImportExpression', start: raw.start, end: raw.end, source, options }
    : chained('callee')(raw, context)
}

const computed: Shape = (raw, context) => chained('object')({ ...raw, computed: true }, context)

function prefix(raw: Node, { source }: Context): Node {
  const [operator = ''] = /^(\+\+|--|.)/.exec(source.slice(raw.start, raw.start + 2)) ?? []
  const type = operator.length > 1 ? 'UpdateExpression' : 'UnaryExpression'
  return { ...raw, type, operator, prefix: true }
}

const unary =
  (operator: string): Shape =>
  (raw) => ({ ...raw, operator })

/** Methods in an object are properties whose value is a function. */
function property(node: Node): Node {
  if (node.type === 'Property') return { ...node, kind: 'init' }
  if (node.type !== 'MethodDefinition') return node
  const isMethod = node.kind === 'method'
  return { ...node, type: 'Property', kind: isMethod ? 'init' : node.kind, method: isMethod }
}

function shorthand(raw: Node): Node {
  const right = child(raw, 'objectAssignmentInitializer')
  const { start, end, key } = raw
  const value = right ? { type: 'AssignmentPattern', start, end, left: key, right } : key
  return { type: 'Property', start, end, key, value, shorthand: true }
}

export const expressionShapes: Record<string, Shape> = {
  BinaryExpression: binary,
  PropertyAccessExpression: chained('object'),
  ElementAccessExpression: computed,
  CallExpression: call,
  NonNullExpression: chained('expression'),
  PrefixUnaryExpression: prefix,
  TypeOfExpression: unary('typeof'),
  VoidExpression: unary('void'),
  DeleteExpression: unary('delete'),
  ObjectLiteralExpression: (raw) => ({
    ...raw,
    properties: nodesOf(raw.properties).map(property),
  }),
  ShorthandPropertyAssignment: shorthand,
}
