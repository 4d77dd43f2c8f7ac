import type { Node } from '../oxc/node.ts'
import type { Comment } from '../reading.ts'

/** Nodes in whose text a comment's sign is only text. */
const opaque = new Set(['Literal', 'TemplateElement', 'JSXText'])

/** The comments of a text: whatever begins like one outside of strings and the like. */
export function commentsIn(text: string, nodes: Iterable<Node>): Comment[] {
  const ends = new Map<number, number>()
  for (const { type, start, end } of nodes) if (opaque.has(type)) ends.set(start, end)
  const starts = [...ends.keys()].toSorted((a, b) => a - b)
  const comments: Comment[] = []
  let position = 0
  for (const border of [...starts, text.length]) {
    comments.push(...commentsBetween(text, position, border))
    position = Math.max(ends.get(border) ?? border, comments.at(-1)?.end ?? 0)
  }
  return comments
}

function commentsBetween(text: string, from: number, to: number): Comment[] {
  const comment = /\/\/([^\r\n\u2028\u2029]*)|\/\*([^]*?)\*\//g
  comment.lastIndex = from
  const found: Comment[] = []
  for (let match = comment.exec(text); match && match.index < to; match = comment.exec(text)) {
    const start = match.index
    found.push({ start, end: start + match[0].length, text: match[1] ?? match[2] ?? '' })
  }
  return found
}
