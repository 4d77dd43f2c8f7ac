import { child, type Node, nodesOf } from '../oxc/node.ts'
import type { Context } from './shapes.ts'

/** What stands before a declaration: `export` becomes a statement around it, the rest a remark. */
export function withModifiers(raw: Node, { source }: Context): Node {
  const node = named(raw)
  if (!('modifiers' in node)) return node
  const all = nodesOf(node.modifiers)
  const words = all.filter(({ type }) => type !== 'Decorator')
  const said = words.map(({ start, end }) => source.slice(start, end))
  const declaration = {
    ...node,
    modifiers: said.filter((word) => word !== 'export' && word !== 'default').join(' '),
    static: said.includes('static'),
    decorators: all.filter(({ type }) => type === 'Decorator'),
  }
  const exported = words.find(({ type }) => type === 'ExportKeyword')
  if (!exported) return declaration
  const last = words.findLast(({ type }) => /^(Export|Default)Keyword$/.test(type)) ?? exported
  const type = last === exported ? 'ExportNamedDeclaration' : 'ExportDefaultDeclaration'
  const { start } = exported
  const inner = { ...declaration, start: tokenAfter(source, last.end) }
  return { type, start, end: node.end, declaration: inner }
}

/** `[a]` as a name is an expression in brackets. */
function named(node: Node): Node {
  for (const key of ['key', 'id']) {
    const name = child(node, key)
    if (name?.type !== 'ComputedPropertyName') continue
    return { ...node, [key]: name.expression, computed: true }
  }
  return node
}

function tokenAfter(source: string, position: number): number {
  const blanks = /(\s|\/\/.*|\/\*[^]*?\*\/)*/y
  blanks.lastIndex = position
  return position + (blanks.exec(source)?.[0].length ?? 0)
}
