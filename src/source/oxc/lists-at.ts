import type { List, ListAnchor } from '../reading.ts'
import { chainsFrom } from './chain.ts'
import { listOf } from './container.ts'
import { namesOf } from './names.ts'
import { child, type Node, nodesOf, walk } from './node.ts'

/** Every list that an anchor tells, in the order of the places. */
export function listsAt(program: Node, anchor: ListAnchor, source: string): List[] {
  const { kind, name, path = [] } = anchor
  if (kind === 'chain') return chainsFrom(program, name, source)
  const code = (node: Node | undefined) => node && source.slice(node.start, node.end)
  const starts =
    kind === 'export'
      ? nodesOf(program.body).flatMap((node) => valueOf(node, name))
      : [...walk(program)].flatMap((node) =>
          kind === 'call' ? calledBy(node, name, code) : typedAs(node, name, code),
        )
  return starts
    .flatMap((node) => along(node, path) ?? [])
    .filter(({ type }) => (kind === 'call' && path.length === 0) || isLiteral.test(type))
    .flatMap((node) => listOf(node, source) ?? [])
    .filter(({ close, open }) => close >= open)
}

const isLiteral = /^(Object|Array)Expression$/

type Code = (node: Node | undefined) => string | undefined

const calledBy = (node: Node, name: string, code: Code) =>
  node.type === 'CallExpression' && code(child(node, 'callee')) === name ? [node] : []

/** `const a: T = {}`, a property declared so, `{} satisfies T` and `{} as T`. */
function typedAs(node: Node, name: string, code: Code): Node[] {
  const bound = child(node, 'id') ?? (node.type === 'PropertyDefinition' ? node : undefined)
  const said = child(child(bound, 'typeAnnotation'), 'typeAnnotation')
  if (said && code(said) === name)
    return [bare(child(node, 'init') ?? child(node, 'value'))].flatMap(nodesOf)
  if (!/^TS(As|Satisfies)Expression$/.test(node.type)) return []
  return code(child(node, 'typeAnnotation')) === name ? nodesOf(bare(node)) : []
}

function valueOf(node: Node, name: string): Node[] {
  const declaration = child(node, 'declaration')
  if (!declaration) return []
  if (node.type === 'ExportDefaultDeclaration')
    return name === 'default' ? nodesOf(bare(declaration)) : []
  return nodesOf(declaration.declarations)
    .filter((each) => child(each, 'id')?.name === name)
    .flatMap((each) => nodesOf(bare(child(each, 'init'))))
}

/** What a path leads to: an index into arguments and elements, a name among properties. */
function along(start: Node, path: (string | number)[]): Node | undefined {
  let node: Node | undefined = start
  for (const key of path) node = bare(node && stepOf(node, key))
  return node
}

function stepOf(node: Node, key: string | number): Node | undefined {
  if (typeof key === 'number') {
    const items = node.type === 'CallExpression' ? node.arguments : node.elements
    return Array.isArray(items) ? nodesOf(items[key])[0] : undefined
  }
  const found = nodesOf(node.type === 'ObjectExpression' ? node.properties : []).findLast((each) =>
    namesOf(each).includes(key),
  )
  return child(found, 'value')
}

/** The value behind brackets, `as`, `satisfies` and `await`. */
function bare(node: Node | undefined): Node | undefined {
  if (node?.type === 'AwaitExpression') return bare(child(node, 'argument'))
  return node && /^(Parenthesized|TSAs|TSSatisfies|TSNonNull)Expression$/.test(node.type)
    ? bare(child(node, 'expression'))
    : node
}
