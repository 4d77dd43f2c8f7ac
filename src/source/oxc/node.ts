import type { Program } from 'oxc-parser'

/** A node of the tree, looked at without knowing its kind. */
export type Node = { type: string; start: number; end: number; [key: string]: unknown }

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  typeof value.type === 'string' &&
  'start' in value &&
  typeof value.start === 'number'

export const nodesOf = (value: unknown): Node[] =>
  Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []

export const childrenOf = (node: Node): Node[] => Object.values(node).flatMap(nodesOf)

/** The node under a key, where the syntax has one. */
export function child(node: Node | undefined, key: string): Node | undefined {
  const value = node?.[key]
  return isNode(value) ? value : undefined
}

/** Walks the tree from the outside in. */
export function* walk(node: Node): Generator<Node> {
  yield node
  for (const below of childrenOf(node)) yield* walk(below)
}

export const programNode = (program: Program): Node => ({ ...program })
