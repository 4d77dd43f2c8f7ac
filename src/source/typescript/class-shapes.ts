import { child, type Node, nodesOf } from '../oxc/node.ts'
import type { Context, Shape } from './shapes.ts'

/** Where the bracket before a list of parts stands. */
function bracketBefore(node: object, key: 'members' | 'parameters'): number {
  const list: unknown = key in node ? Object.entries(node).find(([name]) => name === key)?.[1] : []
  const pos = typeof list === 'object' && list !== null && 'pos' in list ? list.pos : 1
  return Number(pos) - 1
}

/** `{ … }` with the members is a node of its own. */
const bodied =
  (type: string, key: 'body' | 'members' = 'body'): Shape =>
  ({ members, ...raw }, { node }) => {
    const parts = nodesOf(members).filter((each) => each.type !== 'SemicolonClassElement')
    const start = bracketBefore(node, 'members')
    return { ...raw, body: { type, start, end: raw.end, [key]: parts } }
  }

const hasModifier = (raw: Node, type: string) =>
  nodesOf(raw.modifiers).some((each) => each.type === type)

/** A name, and a function that begins with its parameters. */
const method =
  (kind: string): Shape =>
  (raw, context) => {
    const { start, end, modifiers, params, body, returnType, typeParameters, ...rest } = raw
    const value = {
      type: child(raw, 'body') ? 'FunctionExpression' : 'TSEmptyBodyFunctionExpression',
      start: child(raw, 'typeParameters')?.start ?? bracketBefore(context.node, 'parameters'),
      end,
      params,
      body,
      returnType,
      typeParameters,
    }
    const abstract = hasModifier(raw, 'AbstractKeyword')
    const type = abstract ? 'TSAbstractMethodDefinition' : 'MethodDefinition'
    const key = raw.key ?? constructorKey(raw, context)
    return { ...rest, type, start, end, modifiers, kind, key, value }
  }

function constructorKey({ start, modifiers }: Node, { source }: Context): Node {
  const from = nodesOf(modifiers).at(-1)?.end ?? start
  const at = source.indexOf('constructor', from)
  return { type: 'Identifier', start: at, end: at + 'constructor'.length, name: 'constructor' }
}

function property(raw: Node): Node {
  if (hasModifier(raw, 'AbstractKeyword')) return { ...raw, type: 'TSAbstractPropertyDefinition' }
  return hasModifier(raw, 'AccessorKeyword') ? { ...raw, type: 'AccessorProperty' } : raw
}

export const classShapes: Record<string, Shape> = {
  ClassDeclaration: bodied('ClassBody'),
  ClassExpression: bodied('ClassBody'),
  InterfaceDeclaration: bodied('TSInterfaceBody'),
  EnumDeclaration: bodied('TSEnumBody', 'members'),
  MethodDeclaration: method('method'),
  Constructor: method('constructor'),
  GetAccessor: method('get'),
  SetAccessor: method('set'),
  PropertyDeclaration: property,
  ClassStaticBlockDeclaration: (raw) => ({ ...raw, body: child(raw, 'body')?.body }),
}
