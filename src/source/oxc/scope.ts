import { boundBy, namesOf } from './names.ts'
import { childrenOf, type Node, nodesOf } from './node.ts'

/** The names that code at a position may use: those of every block, function and loop around it. */
export function namesAt(program: Node, position: number): Set<string> {
  const names = new Set<string>()
  let node: Node | undefined = program
  while (node) {
    for (const name of boundIn(node)) names.add(name)
    node = childrenOf(node).find((each) => each.start < position && position < each.end)
  }
  return names
}

/** What a node binds for the code inside of it. */
function boundIn(node: Node): string[] {
  if (/^(Arrow)?Function(Declaration|Expression)$/.test(node.type))
    return [...bound(node.id), ...bound(node.params)]
  if (/^Class(Declaration|Expression)$/.test(node.type)) return bound(node.id)
  if (node.type === 'CatchClause') return bound(node.param)
  if (node.type.startsWith('For')) return [node.init, node.left].flatMap(nodesOf).flatMap(namesOf)
  if (node.type === 'SwitchStatement') return statements(nodesOf(node.cases), 'consequent')
  return statements([node], 'body')
}

const statements = (nodes: Node[], key: string) =>
  nodes.flatMap((node) => nodesOf(node[key])).flatMap((node) => declaredBy(node))

/** Declarations only: a member of a class is no name that code could use. */
const declaredBy = (node: Node) => (node.type.endsWith('Declaration') ? namesOf(node) : [])

const bound = (value: unknown) => nodesOf(value).flatMap(boundBy)
