import type { Container, Element, List, ListKind } from '../reading.ts'
import { identityOf } from './identity.ts'
import { childrenIn, jsxAround, jsxBorders } from './jsx.ts'
import { callOf, makerOf, namesOf } from './names.ts'
import { child, childAt, isNode, type Node } from './node.ts'

/** Where a kind of node keeps its entries. */
const lists: Record<string, [kind: ListKind, key: string]> = {
  Program: ['statements', 'body'],
  BlockStatement: ['statements', 'body'],
  FunctionBody: ['statements', 'body'],
  StaticBlock: ['statements', 'body'],
  TSModuleBlock: ['statements', 'body'],
  SwitchCase: ['statements', 'consequent'],
  SwitchStatement: ['cases', 'cases'],
  ArrayExpression: ['array', 'elements'],
  ArrayPattern: ['array', 'elements'],
  ObjectExpression: ['object', 'properties'],
  ObjectPattern: ['object', 'properties'],
  CallExpression: ['arguments', 'arguments'],
  NewExpression: ['arguments', 'arguments'],
  TSTupleType: ['tuple', 'elementTypes'],
  TSEnumBody: ['enum', 'members'],
  TSInterfaceBody: ['type', 'body'],
  TSTypeLiteral: ['type', 'members'],
  TSUnionType: ['union', 'types'],
  ClassBody: ['class', 'body'],
  JSXElement: ['children', 'children'],
  JSXFragment: ['children', 'children'],
}

/** Where the part before the entries ends: `f` of a call, the head of a switch or a case. */
const heads: Record<string, string> = {
  CallExpression: 'callee',
  NewExpression: 'callee',
  SwitchStatement: 'discriminant',
  SwitchCase: 'test',
}

const terminated = new Set([
  'VariableDeclaration',
  'ExpressionStatement',
  'ReturnStatement',
  'ThrowStatement',
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'TSTypeAliasDeclaration',
  'PropertyDefinition',
])

export function containerAt(program: Node, position: number, source: string): Container {
  const node = innermost(program, position)
  const head = child(node, heads[node.type] ?? '')
  if (head && position < head.end) return other(node, 'an expression')
  return listOf(node, source) ?? other(node, whatIs(node))
}

function innermost(program: Node, position: number): Node {
  let node = program
  for (;;) {
    const below = childAt(node, position)
    if (!below || jsxAround(below)) return unionOf(node)
    node = below
  }
}

/** A comment before the first `|` lies in the alias, not in its union. */
function unionOf(node: Node): Node {
  const type = child(node, 'typeAnnotation')
  return node.type === 'TSTypeAliasDeclaration' && type?.type === 'TSUnionType' ? type : node
}

const known = new WeakMap<Node, List>()

/** The node as a list; undefined for other nodes and for arrays with holes. */
export function listOf(node: Node, source: string): List | undefined {
  const list = known.get(node) ?? readList(node, source)
  if (list) known.set(node, list)
  return list
}

function readList(node: Node, source: string): List | undefined {
  const [list, key] = lists[node.type] ?? []
  const given = key === undefined ? undefined : node[key]
  const entries = list === 'children' ? childrenIn(node, source) : given
  if (!list || !Array.isArray(entries) || !entries.every(isNode)) return undefined
  return {
    kind: 'list',
    start: node.start,
    id: `${node.type}:${node.start}`,
    list,
    elements: entries.map((entry) => elementOf(entry, source)),
    ...bordersOf(node, list, source),
    closed: list === 'union' || entries.at(-1)?.type === 'RestElement',
  }
}

/** Where the brackets of a list end to open and begin to close. */
function bordersOf(node: Node, list: ListKind, source: string): { open: number; close: number } {
  const [opening, closing] = jsxBorders(node) ?? []
  if (opening) return { open: opening.end, close: closing?.start ?? opening.end }
  if (list === 'union' || node.type === 'Program') return { open: node.start, close: node.end }
  const head = child(node, 'typeArguments') ?? child(node, heads[node.type] ?? '')
  if (node.type === 'SwitchCase') return { open: head?.end ?? node.start, close: node.end }
  if (!head) return { open: node.start + 1, close: closeOf(node, source) }
  return { open: source.indexOf(list === 'cases' ? '{' : '(', head.end) + 1, close: node.end - 1 }
}

/** A pattern reaches to the end of the type that it is said to have. */
function closeOf(node: Node, source: string): number {
  const annotation = child(node, 'typeAnnotation')
  if (!annotation) return node.end - 1
  return source.lastIndexOf(node.type === 'ArrayPattern' ? ']' : '}', annotation.start - 1)
}

export function elementOf(node: Node, source: string): Element {
  let identity: string | undefined
  return {
    start: node.start,
    end: node.end,
    get identity() {
      return (identity ??= identityOf(node))
    },
    names: namesOf(node),
    call: callOf(node, source),
    maker: makerOf(node, source),
    terminated: isTerminated(node),
  }
}

/** A block, a function or a class ends with its bracket. */
function isTerminated(node: Node): boolean {
  const declaration = child(node, 'declaration')
  if (node.type.startsWith('Export') && declaration) return isTerminated(declaration)
  return terminated.has(node.type)
}

const other = (node: Node, what: string): Container => ({
  kind: 'other',
  id: `${node.type}:${node.start}`,
  what,
})

/** `MemberExpression` is said as "a member expression". */
function whatIs(node: Node): string {
  if (node.type === 'ArrayExpression') return 'an array with holes'
  const words = node.type
    .replace(/^TS/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`
}
