import type { ExportedFunction } from '../reading.ts'
import { listOf } from './container.ts'
import { child, type Node, nodesOf } from './node.ts'

/** A function that the module exports where it declares it, also as an arrow function. */
export function exportedFunction(
  program: Node,
  name: string,
  source: string,
): ExportedFunction | undefined {
  const made = nodesOf(program.body).flatMap((node) => functionIn(node, name))[0]
  const body = child(made, 'body')
  if (!made || !body) return undefined
  const returned = objectOf(
    body.type === 'BlockStatement' || body.type === 'FunctionBody' ? lastReturn(body) : body,
  )
  return { body: listOf(body, source), returned: returned && listOf(returned, source) }
}

function functionIn(node: Node, name: string): Node[] {
  if (node.type !== 'ExportNamedDeclaration') return []
  const declaration = child(node, 'declaration')
  if (declaration?.type === 'FunctionDeclaration') {
    return child(declaration, 'id')?.name === name ? [declaration] : []
  }
  return nodesOf(declaration?.declarations)
    .filter((each) => child(each, 'id')?.name === name)
    .flatMap((each) => nodesOf(each.init))
    .filter((each) => /^(Arrow)?Function/.test(each.type))
}

function lastReturn(body: Node): Node | undefined {
  const last = nodesOf(body.body).findLast((each) => each.type === 'ReturnStatement')
  return child(last, 'argument')
}

/** The literal behind brackets, `as const` and `satisfies`. */
function objectOf(node: Node | undefined): Node | undefined {
  if (!node || node.type === 'ObjectExpression') return node
  return /^(Parenthesized|TSAs|TSSatisfies)Expression$/.test(node.type)
    ? objectOf(child(node, 'expression'))
    : undefined
}
