import {
  type Node,
  type ParseError,
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  visit,
} from 'jsonc-parser'

import type { Comment } from '../reading.ts'

export type JsonPath = (string | number)[]
export type JsonTree = { source: string; root: Node; comments: Comment[] }

/** Reads JSON with comments and trailing commas, as in tsconfig.json; undefined when broken. */
export function jsonTree(source: string): JsonTree | undefined {
  const errors: ParseError[] = []
  const root = parseTree(source.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true })
  if (!root || errors.length > 0) return undefined
  return { source, root, comments: commentsIn(source) }
}

function commentsIn(source: string): Comment[] {
  const comments: Comment[] = []
  const onComment = (start: number, length: number) =>
    void comments.push({ start, end: start + length, text: source.slice(start, start + length) })
  visit(source, { onComment }, { allowTrailingComma: true })
  return comments
}

export const nodeAt = ({ root }: JsonTree, path: JsonPath) => findNodeAtLocation(root, path)

export const spanOf = ({ offset, length }: Node) => ({ start: offset, end: offset + length })

/** The value of a node as plain data; the parser's own objects have no prototype. */
export const valueOf = (node: Node): unknown => JSON.parse(JSON.stringify(getNodeValue(node)))
