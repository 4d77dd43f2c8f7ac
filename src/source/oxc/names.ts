import { normalCall } from '../normal-call.ts'
import { identityOf } from './identity.ts'
import { child, type Node, nodesOf } from './node.ts'

/** What an entry declares or is called by; empty for an expression. */
export function namesOf(node: Node): string[] {
  if (node.type.startsWith('Export')) return nodesOf(node.declaration).flatMap(namesOf)
  if (node.type === 'VariableDeclaration') return nodesOf(node.declarations).flatMap(boundBy)
  if (node.type === 'ImportDeclaration') return nodesOf(node.specifiers).flatMap(boundBy)
  if (node.type.endsWith('Declaration')) return nameOf(child(node, 'id'))
  if (node.type === 'TSEnumMember') return nameOf(child(node, 'id'))
  if (node.type === 'SwitchCase') return [`case ${identityOfTest(node)}`]
  return memberName(node)
}

/** A linter may put the statements of a case into a block; it stays the case of the same value. */
function identityOfTest(node: Node): string {
  const test = child(node, 'test')
  return test ? identityOf(test) : 'default'
}

/** A getter and a setter, a static and an instance member may share a name. */
function memberName(node: Node): string[] {
  if (node.computed === true) return []
  const [name] = nameOf(child(node, 'key'))
  if (name === undefined) return []
  const accessor = node.kind === 'get' || node.kind === 'set' ? [node.kind] : []
  return [[...(node.static === true ? ['static'] : []), ...accessor, name].join(' ')]
}

function nameOf(node: Node | undefined): string[] {
  if (node?.type === 'Identifier') return [String(node.name)]
  if (node?.type === 'PrivateIdentifier') return [`#${String(node.name)}`]
  return node?.type === 'Literal' ? [String(node.value)] : []
}

/** The names that a pattern binds, parameters included. */
export function boundBy(node: Node): string[] {
  if (node.type === 'VariableDeclarator') return nodesOf(node.id).flatMap(boundBy)
  if (/^Import.*Specifier$/.test(node.type)) return nodesOf(node.local).flatMap(boundBy)
  if (node.type === 'Identifier') return [String(node.name)]
  const inner = [node.properties, node.elements, node.argument, node.left, node.parameter]
  if (node.type === 'Property') return nodesOf(node.value).flatMap(boundBy)
  return inner.flatMap(nodesOf).flatMap(boundBy)
}

/** What makes the one variable of a declaration: `createNotes` of `const notes = createNotes(a)`. */
export function makerOf(node: Node, source: string): string | undefined {
  if (node.type !== 'VariableDeclaration') return undefined
  const [only, ...others] = nodesOf(node.declarations)
  const init = child(only, 'init')
  const call = init?.type === 'AwaitExpression' ? child(init, 'argument') : init
  const callee = call?.type === 'CallExpression' ? child(call, 'callee') : undefined
  return callee && others.length === 0 ? textOf(callee, source) : undefined
}

/** A call as `callee(first argument)`; the same however it is laid out. */
export function callOf(node: Node, source: string): string | undefined {
  if (node.type === 'ExpressionStatement') return callOf(expressionOf(node), source)
  if (node.type === 'AwaitExpression') return callOf(child(node, 'argument') ?? node, source)
  const callee = child(node, 'callee')
  if (node.type !== 'CallExpression' || !callee) return undefined
  const [first] = nodesOf(node.arguments)
  return normalCall(`${textOf(callee, source)}(${first ? textOf(first, source) : ''})`)
}

const expressionOf = (node: Node) => child(node, 'expression') ?? { ...node, type: 'None' }
const textOf = (node: Node, source: string) => source.slice(node.start, node.end)
