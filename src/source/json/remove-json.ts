import { type Editor, changed, present, refused } from '../edit.ts'
import { removeItem } from '../list/inline-list.ts'
import { spliced } from '../list/splice.ts'
import { type JsonPath, jsonTree, nodeAt } from './json-tree.ts'

/** Takes a property or an element out, whatever its value is. */
export function removeJson(path: JsonPath): Editor {
  return (source) => {
    const tree = jsonTree(source)
    if (!tree) return refused('The file is not readable as JSON.', '')
    const owner = nodeAt(tree, path.slice(0, -1))
    const index = owner?.items.findLastIndex(({ key }) => key === path.at(-1)) ?? -1
    if (!owner || index < 0) return present
    const { items, start, end } = owner
    const list = { ...tree, items, open: start + 1, close: end - 1, keepsLines: true }
    const text = spliced(source, removeItem(list, index))
    return countAt(text, path) === items.length - 1
      ? changed(text)
      : refused('The file would not be readable as JSON.', '')
  }
}

function countAt(text: string, path: JsonPath): number | undefined {
  const tree = jsonTree(text)
  return tree && nodeAt(tree, path.slice(0, -1))?.items.length
}
