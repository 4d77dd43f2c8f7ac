import type { Comment, JsonNode, JsonReading } from '../reading.ts'
import { child, type Node, nodesOf } from './node.ts'
import type { Parse } from './parse.ts'

/** JSON with comments and trailing commas, read as the expression it is; undefined otherwise. */
export function readJson(parse: Parse, source: string): JsonReading | undefined {
  const { errors, program, ...parsed } = parse(`(${source.replace(/^\ufeff/, ' ')}\n)`, 'json.ts')
  const [statement, ...others] = nodesOf(program.body)
  const expression = child(child(statement, 'expression'), 'expression')
  const root = expression && jsonNode(expression)
  if (errors.length > 0 || others.length > 0 || !root) return undefined
  const comments = parsed.comments.map(movedComment)
  return { source, root, comments }
}

/** Positions without the bracket that the text was read in. */
const moved = ({ start, end }: { start: number; end: number }) => ({
  start: start - 1,
  end: end - 1,
})

const movedComment = (comment: Comment): Comment => ({ ...comment, ...moved(comment) })

function jsonNode(node: Node): JsonNode | undefined {
  if (node.type === 'ObjectExpression') return objectNode(node)
  if (node.type === 'ArrayExpression') return arrayNode(node)
  const value = scalarOf(node)
  return value === undefined ? undefined : { ...moved(node), kind: 'scalar', value, items: [] }
}

function objectNode(node: Node): JsonNode | undefined {
  const items = nodesOf(node.properties).flatMap((property) => {
    const key = child(property, 'key')?.value
    const inner = child(property, 'value')
    const read = inner && jsonNode(inner)
    return typeof key === 'string' && read ? [{ ...moved(property), key, node: read }] : []
  })
  if (items.length !== nodesOf(node.properties).length) return undefined
  const value = Object.fromEntries(items.map((item) => [item.key, item.node.value]))
  return { ...moved(node), kind: 'object', value, items }
}

function arrayNode(node: Node): JsonNode | undefined {
  const elements = Array.isArray(node.elements) ? node.elements : []
  const items = nodesOf(elements).flatMap((element, key) => {
    const read = jsonNode(element)
    return read ? [{ ...moved(element), key, node: read }] : []
  })
  if (items.length !== elements.length) return undefined
  return { ...moved(node), kind: 'array', value: items.map((item) => item.node.value), items }
}

function scalarOf(node: Node): unknown {
  if (node.type === 'Literal' && isPlain(node.value)) return node.value
  const argument = child(node, 'argument')
  const negative = node.type === 'UnaryExpression' && node.operator === '-'
  return negative && typeof argument?.value === 'number' ? -argument.value : undefined
}

const isPlain = (value: unknown) =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)
