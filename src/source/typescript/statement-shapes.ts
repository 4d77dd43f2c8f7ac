import type { ts } from 'ts-morph'

import { child, isNode, type Node } from '../oxc/node.ts'
import { targetOf } from './pattern-shapes.ts'
import type { Shape } from './shapes.ts'
import { typescript } from './typescript.ts'

/** `let`, `const` and the like are told by their text alone. */
const declarations: Shape = (raw, { source }) => ({
  ...raw,
  kind: /^(await\s+using|\w+)/.exec(source.slice(raw.start, raw.start + 40))?.[0] ?? '',
})

const statement: Shape = ({ declarationList, ...raw }) => {
  const list = isNode(declarationList) ? declarationList : raw
  return { ...raw, kind: list.kind, declarations: list.declarations }
}

/** Without a body it only declares that there is such a function. */
const declared: Shape = (raw) => (child(raw, 'body') ? raw : { ...raw, type: 'TSDeclareFunction' })

const assigned: Shape = (raw) => {
  const left = child(raw, 'left')
  return left ? { ...raw, left: targetOf(left) } : raw
}

const directive: Shape = (raw, { node }) => ({
  ...raw,
  directive: isDirective(node) ? child(raw, 'expression')?.value : null,
})

/** A text says how to run the code only where a module or a function begins with it. */
function isDirective({ parent, end }: ts.Node): boolean {
  const { ts } = typescript()
  const begins = ts.isBlock(parent) && ts.isFunctionLike(parent.parent)
  if (!begins && !ts.isSourceFile(parent)) return false
  return parent.statements
    .filter((each) => each.end <= end)
    .every((each) => ts.isExpressionStatement(each) && ts.isStringLiteral(each.expression))
}

/** `a.b.c` of a namespace is one name. */
const namespace: Shape = (raw) => {
  const inner = child(raw, 'body')
  const [id, below] = [child(raw, 'id'), child(inner, 'id')]
  if (inner?.type !== 'TSModuleDeclaration' || !id || !below) return raw
  const name: Node = { type: 'TSQualifiedName', start: id.start, end: below.end, left: id }
  return { ...raw, id: { ...name, right: below }, body: inner.body }
}

export const statementShapes: Record<string, Shape> = {
  VariableDeclarationList: declarations,
  VariableStatement: statement,
  FunctionDeclaration: declared,
  ExpressionStatement: directive,
  ForOfStatement: assigned,
  ForInStatement: assigned,
  SwitchStatement: (raw) => ({
    ...raw,
    caseBlock: null,
    cases: child(raw, 'caseBlock')?.clauses ?? [],
  }),
  CatchClause: (raw) => {
    const { type, start, end, block } = raw
    const param = child(child(raw, 'variableDeclaration'), 'id') ?? null
    return { type, start, end, param, body: block }
  },
  ModuleDeclaration: namespace,
  MappedType: (raw) => {
    const parameter = child(raw, 'typeParameter')
    // Other than that of a value, its type stands there as it is.
    const typeAnnotation = child(child(raw, 'typeAnnotation'), 'typeAnnotation') ?? null
    const { name: key, constraint } = { ...parameter }
    return { ...raw, typeParameter: null, key, constraint, typeAnnotation }
  },
}
