import { isNode, type Node } from './node.ts'

const layout = new Set(['type', 'start', 'end', 'range', 'loc', 'raw'])

/** What an entry means: its syntax tree without anything that a formatter may change. */
export const identityOf = (node: Node): string => JSON.stringify(essence(node))

function essence(value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`
  if (Array.isArray(value)) return value.filter((each) => !isEmpty(each)).map(essence)
  if (!isNode(value)) return value
  return essenceOfNode(value)
}

const isEmpty = (value: unknown) => isNode(value) && value.type === 'EmptyStatement'

function essenceOfNode(node: Node): unknown {
  if (node.type === 'ParenthesizedExpression') return essence(node.expression)
  if (node.type === 'TSParenthesizedType') return essence(node.typeAnnotation)
  if (node.type === 'TemplateElement') return [node.type, templateText(node.value)]
  if (node.type === 'JSXText') return [node.type, String(node.value).replace(/\s+/g, ' ').trim()]
  // In one order: a parser may say the same in another one for a value and for a pattern.
  const kept = Object.keys(node)
    .filter((key) => !layout.has(key))
    .toSorted()
  return [node.type, ...kept.map((key) => [key, nameOr(node, key, node[key])])]
}

/** A CRLF checkout holds the same template as an LF one. */
function templateText(value: unknown): string {
  const raw = typeof value === 'object' && value !== null && 'raw' in value ? value.raw : value
  return String(raw).replaceAll('\r\n', '\n')
}

/** `'a': 1` and `a: 1` are the same property; formatters add and drop these quotes. */
function nameOr(node: Node, key: string, value: unknown): unknown {
  const isName = key === 'key' || (key === 'id' && node.type === 'TSEnumMember')
  if (!isName || node.computed === true || !isNode(value)) return essence(value)
  if (value.type === 'Identifier') return ['name', value.name]
  if (value.type === 'Literal' && typeof value.value === 'string') return ['name', value.value]
  return essence(value)
}
