import type { Export } from '../reading.ts'
import { boundBy } from './names.ts'
import { child, type Node, nodesOf } from './node.ts'

/** The export statements of a module that declare nothing. */
export const exportsOf = (program: Node, source: string): Export[] =>
  nodesOf(program.body)
    .filter(isExportList)
    .map((node) => exportOf(node, source))

const isExportList = (node: Node) =>
  node.type === 'ExportAllDeclaration' ||
  (node.type === 'ExportNamedDeclaration' && !child(node, 'declaration'))

function exportOf(node: Node, source: string): Export {
  const module = child(node, 'source')
  const specifier = module?.start ?? node.end
  const names = nodesOf(node.specifiers).map((each) => ({
    start: each.start,
    end: each.end,
    name: nameOf(child(each, 'local')),
    local: nameOf(child(each, 'exported')),
    type: node.exportKind === 'type' || each.exportKind === 'type',
  }))
  return {
    start: node.start,
    end: node.end,
    from: module && String(module.value),
    specifier,
    type: node.exportKind === 'type',
    all: node.type === 'ExportAllDeclaration' ? allOf(node) : undefined,
    braces: node.type === 'ExportAllDeclaration' ? undefined : bracesOf(node, specifier, source),
    names,
  }
}

/** Every name that the module gives away, `default` included. */
export const exportedNames = (program: Node, source: string): Set<string> =>
  new Set(nodesOf(program.body).flatMap((node) => given(node, source)))

function given(node: Node, source: string): string[] {
  if (node.type === 'ExportDefaultDeclaration') return ['default']
  if (!node.type.startsWith('Export')) return []
  const declaration = child(node, 'declaration')
  if (declaration) return declaredBy(declaration)
  const { all, names } = exportOf(node, source)
  return [...names.map(({ local }) => local), ...(all === undefined || all === '*' ? [] : [all])]
}

const declaredBy = (node: Node) =>
  node.type === 'VariableDeclaration'
    ? nodesOf(node.declarations).flatMap(boundBy)
    : [nameOf(child(node, 'id'))]

function allOf(node: Node): string {
  const exported = child(node, 'exported')
  return exported ? nameOf(exported) : '*'
}

const nameOf = (node: Node | undefined) => String(node?.name ?? node?.value)

function bracesOf(node: Node, specifier: number, source: string) {
  const head = source.slice(node.start, specifier)
  return { start: node.start + head.indexOf('{'), end: node.start + head.lastIndexOf('}') }
}
