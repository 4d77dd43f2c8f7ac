import type { ts } from 'ts-morph'

import type { Node } from '../oxc/node.ts'
import { forms } from './forms.ts'
import { withModifiers } from './modifiers.ts'
import { type Shape, shapes } from './shapes.ts'
import { typescript } from './typescript.ts'

/** What the compiler notes down for itself, and layout. */
const notes = new Set([
  'pos',
  'end',
  'kind',
  'id',
  'flags',
  'modifierFlagsCache',
  'transformFlags',
  'parent',
  'original',
  'emitNode',
  'symbol',
  'localSymbol',
  'locals',
  'nextContainer',
  'flowNode',
  'jsDoc',
  'multiLine',
  'singleQuote',
  'hasExtendedUnicodeEscape',
  'numericLiteralFlags',
  'templateFlags',
  'endFlowNode',
  'returnFlowNode',
])

/** Parts whose name is another one in every kind of node. */
const renamed: Record<string, string> = { type: 'typeAnnotation', parameters: 'params' }

/** The compiler's tree as the plain one that everything is read from. */
export function treeOf(file: ts.SourceFile): Node {
  const { text } = file
  const body = file.statements.map((statement) => nodeOf(statement, file))
  return { type: 'Program', start: body[0]?.start ?? text.length, end: text.length, body }
}

function nodeOf(node: ts.Node, file: ts.SourceFile): Node {
  const kind = kindOf(node)
  const [type = kind, names = {}] = forms[kind] ?? []
  const raw: Node = {
    type,
    start: kind === 'JsxText' ? node.pos : node.getStart(file),
    end: node.end,
  }
  const parts: [string, unknown][] = Object.entries(node)
  for (const [key, value] of parts) {
    if (!notes.has(key)) raw[names[key] ?? renamed[key] ?? key] = partOf(value, key, file)
  }
  const shape: Shape | undefined = shapes[kind]
  const context = { node, source: file.text }
  return withModifiers(shape ? shape(raw, context) : raw, context)
}

function partOf(value: unknown, key: string, file: ts.SourceFile): unknown {
  if (isSyntax(value)) return annotated(value, nodeOf(value, file), key, file)
  if (!Array.isArray(value)) return value ?? null
  const nodes = value
    .filter(isSyntax)
    .map((each) => nodeOf(each, file))
    .map(holeOr)
  const type = brackets[key]
  return type === undefined ? nodes : bracketed(type, nodes, value, file)
}

const holeOr = (node: Node) => (node.type === 'OmittedExpression' ? null : node)

/** `: T` is a node around `T` in places where a value has a type. */
function annotated(value: ts.Node, node: Node, key: string, { text }: ts.SourceFile): Node {
  if (key !== 'type' || text[value.pos - 1] !== ':') return node
  return { type: 'TSTypeAnnotation', start: value.pos - 1, end: node.end, typeAnnotation: node }
}

const brackets: Record<string, string> = {
  typeParameters: 'TSTypeParameterDeclaration',
  typeArguments: 'TSTypeParameterInstantiation',
}

/** `<A, B>` is a node too. */
function bracketed(
  type: string,
  params: unknown[],
  list: unknown[],
  { text }: ts.SourceFile,
): Node {
  const { pos = 0, end = 0 }: { pos?: number; end?: number } = list as Partial<
    ts.NodeArray<ts.Node>
  >
  const close = text.indexOf('>', end) + 1
  return { type, start: pos - 1, end: close, params }
}

const isSyntax = (value: unknown): value is ts.Node =>
  typeof value === 'object' && value !== null && 'kind' in value && 'pos' in value

let names: string[] | undefined

/** The first name of a kind: later ones say only where a range of kinds begins or ends. */
function kindOf({ kind }: ts.Node): string {
  if (names) return names[kind] ?? ''
  names = []
  for (const [name, value] of Object.entries(typescript().SyntaxKind)) {
    if (typeof value === 'number') names[value] ??= name
  }
  return names[kind] ?? ''
}
