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

const sorted = new WeakMap<Node, Node[]>()

/** The child in which a position lies. Of two that begin together, one may hold the other. */
export function childAt(node: Node, position: number): Node | undefined {
  const children =
    sorted.get(node) ?? childrenOf(node).toSorted((a, b) => a.start - b.start || a.end - b.end)
  sorted.set(node, children)
  let [low, high] = [0, children.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((children[middle]?.start ?? 0) <= position) low = middle + 1
    else high = middle
  }
  const near = children.slice(Math.max(0, low - 3), low)
  return near.findLast((each) => each.start <= position && position < each.end)
}

/** Walks the tree from the outside in, however deep it is. */
export function* walk(node: Node): Generator<Node> {
  const open = [node]
  for (let next = open.pop(); next; next = open.pop()) {
    yield next
    for (const below of childrenOf(next).toReversed()) open.push(below)
  }
}

export const programNode = (program: Program): Node => ({ ...program })
