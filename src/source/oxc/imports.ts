import type { Import } from '../reading.ts'
import { child, type Node, nodesOf } from './node.ts'

/** The import declarations of a module, in their order. */
export const importsOf = (program: Node, source: string): Import[] =>
  nodesOf(program.body)
    .filter((node) => node.type === 'ImportDeclaration')
    .map((node) => importOf(node, source))

function importOf(node: Node, source: string): Import {
  const specifiers = nodesOf(node.specifiers)
  const ofType = (type: string) => specifiers.find((each) => each.type === type)
  const module = child(node, 'source')
  const specifier = module?.start ?? node.end
  const byDefault = ofType('ImportDefaultSpecifier')
  const namespace = ofType('ImportNamespaceSpecifier')
  return {
    start: node.start,
    end: node.end,
    from: String(module?.value),
    specifier,
    type: node.importKind === 'type',
    default: byDefault && localOf(byDefault),
    headEnd: byDefault?.end ?? specifier,
    braces: namespace ? undefined : bracesOf(node, specifier, source),
    names: specifiers.filter((each) => each.type === 'ImportSpecifier').map(nameOf),
    namespace: namespace && localOf(namespace),
  }
}

const localOf = (node: Node) => String(child(node, 'local')?.name)

function nameOf(node: Node): Import['names'][number] {
  const imported = child(node, 'imported')
  return {
    start: node.start,
    end: node.end,
    name: String(imported?.name ?? imported?.value),
    local: localOf(node),
    type: node.importKind === 'type',
  }
}

/** Comments inside an import list may hold braces, but they cannot stand before the first one. */
function bracesOf(node: Node, specifier: number, source: string) {
  const head = source.slice(node.start, specifier)
  const open = head.indexOf('{')
  if (open < 0) return undefined
  return { start: node.start + open, end: node.start + head.lastIndexOf('}') }
}
