import type { Node } from 'jsonc-parser'

import { type Editor, changed, present, refused } from '../edit.ts'
import { removeItem } from '../list/inline-list.ts'
import { spliced } from '../list/splice.ts'
import { type JsonPath, jsonTree, nodeAt, spanOf } from './json-tree.ts'

/** Takes a property or an element out, whatever its value is. */
export function removeJson(path: JsonPath): Editor {
  return (source) => {
    const tree = jsonTree(source)
    if (!tree) return refused('The file is not readable as JSON.', '')
    const node = nodeAt(tree, path)
    const owner = nodeAt(tree, path.slice(0, -1))
    const item = typeof path.at(-1) === 'string' ? node?.parent : node
    const index = owner?.children?.indexOf(item ?? owner) ?? -1
    if (!owner || !item || index < 0) return present
    const text = spliced(source, removeItem(listOf(source, tree.comments, owner), index))
    return removed(text, owner, path) ? changed(text) : refused('The file would be broken.', '')
  }
}

function listOf(
  source: string,
  comments: { start: number; end: number; text: string }[],
  node: Node,
) {
  const { start, end } = spanOf(node)
  const items = (node.children ?? []).map(spanOf)
  return { source, comments, items, open: start + 1, close: end - 1 }
}

/** One item less, and the file still parses. */
function removed(text: string, owner: Node, path: JsonPath): boolean {
  const after = jsonTree(text)
  const node = after && nodeAt(after, path.slice(0, -1))
  const count = node?.children?.length
  return count === (owner.children?.length ?? 0) - 1
}
