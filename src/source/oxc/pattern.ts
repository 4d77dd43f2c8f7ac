import { isNode, type Node } from './node.ts'

const layout = new Set(['start', 'end', 'range', 'loc', 'raw', 'optional', 'typeAnnotation'])

/** Whether code has the shape of a pattern, in which `$name` stands for any one thing. */
export function matches(pattern: unknown, code: unknown): boolean {
  if (Array.isArray(pattern)) {
    if (!Array.isArray(code) || code.length !== pattern.length) return false
    return pattern.every((each, index) => matches(each, code[index]))
  }
  if (!isNode(pattern)) return Object.is(pattern, code) || bothObjects(pattern, code)
  if (isAnything(pattern)) return isNode(code)
  return isNode(code) && pattern.type === code.type && sameParts(pattern, code)
}

const isAnything = (node: Node) => node.type === 'Identifier' && String(node.name).startsWith('$')

const sameParts = (pattern: Node, code: Node) =>
  Object.keys(pattern).every((key) => layout.has(key) || matches(pattern[key], code[key]))

/** A regular expression is told by its pattern and flags beside it, not by its object. */
const bothObjects = (pattern: unknown, code: unknown) =>
  typeof pattern === 'object' && pattern !== null && typeof code === 'object' && code !== null
