import { isDeepStrictEqual } from 'node:util'

import { indentAt } from '../../text/lines.ts'
import { type Edit, type Editor, changed, present, refused } from '../edit.ts'
import { type Splice, spliced } from '../list/splice.ts'
import type { JsonNode, JsonReading } from '../reading.ts'
import { insertMember } from './insert-member.ts'
import { jsonStyle } from './json-style.ts'
import { type JsonStyle, jsonText } from './json-text.ts'
import { type JsonPath, jsonTree, nodeAt } from './json-tree.ts'

/**
 * Sets a value in package.json, tsconfig.json and the like; what leads to it is made. All other
 * bytes, comments among them, stay. An index at the end of an array adds an element. A property that
 * is new goes behind the one that is named, else to its place in the alphabet, else to the end.
 */
export function setJson(path: JsonPath, value: unknown, behind?: string): Editor {
  return (source, file = 'file.json') => {
    const tree = jsonTree(source)
    const paste = pasteOf(path, value)
    if (!tree) return refused('The file is not readable as JSON.', paste)
    const known = nodeAt(tree, path)
    if (known && isDeepStrictEqual(known.value, value)) return present
    const splices = splicesFor(tree, { path, value, behind }, jsonStyle(tree, file))
    return splices ? verified(tree, splices, { path, value, paste }) : refused(wrongKind, paste)
  }
}

/** Sets a value only where the file has none: what its owner has chosen stays. */
export const addJson =
  (path: JsonPath, value: unknown, behind?: string): Editor =>
  (source, file) => {
    const tree = jsonTree(source)
    return tree && nodeAt(tree, path) ? present : setJson(path, value, behind)(source, file)
  }

/**
 * Adds an element to an array that does not hold it yet: where the alphabet has it when two or more
 * stand in its order, else last. The array is made when missing.
 */
export const addJsonItem =
  (path: JsonPath, item: unknown): Editor =>
  (source, file) => {
    const tree = jsonTree(source)
    const array = tree && nodeAt(tree, path)
    if (!array) return setJson(path, [item])(source, file)
    const { items } = array
    if (items.some(({ node }) => isDeepStrictEqual(node.value, item))) return present
    const sorted = inOrder(
      items.map(({ node }) => node.value),
      item,
    )
    if (sorted) return setJson(path, sorted)(source, file)
    return setJson([...path, items.length], item)(source, file)
  }

/** The strings of an array with one more before its end; undefined where it belongs last. */
function inOrder(items: unknown[], item: unknown): string[] | undefined {
  const words = [...items, item].filter((each) => typeof each === 'string')
  const before = words.slice(0, -1)
  const isSorted = words.length > items.length && isDeepStrictEqual(before, before.toSorted())
  const sorted = words.toSorted()
  return items.length > 1 && isSorted && sorted.at(-1) !== item ? sorted : undefined
}

const wrongKind = 'Something of another kind stands where the value belongs.'

type Setting = { path: JsonPath; value: unknown; behind: string | undefined }

function splicesFor(tree: JsonReading, { path, value, behind }: Setting, style: JsonStyle) {
  const known = nodeAt(tree, path)
  if (known) return [replacement(tree, known, value, style)]
  let depth = path.length - 1
  while (depth > 0 && !nodeAt(tree, path.slice(0, depth))) depth--
  const node = nodeAt(tree, path.slice(0, depth))
  const key = path[depth]
  const inner = path
    .slice(depth + 1)
    .reduceRight<unknown>((each, name) => ({ [name]: each }), value)
  if (node?.kind === 'object' && typeof key === 'string') {
    return insertMember(tree, node, { key, value: inner, behind }, style)
  }
  if (node?.kind !== 'array' || key !== node.items.length) return undefined
  return insertMember(tree, node, { key: undefined, value: inner }, style)
}

/** An array that stands on several lines goes on doing so. */
function replacement(
  { source }: JsonReading,
  node: JsonNode,
  value: unknown,
  style: JsonStyle,
): Splice {
  const { start, end } = node
  const expanded = style.expanded || source.slice(start, end).includes('\n')
  const text = jsonText(value, indentAt(source, start), { ...style, expanded })
  return { from: start, to: end, text }
}

type Wish = { path: JsonPath; value: unknown; paste: string }

/** The value is there, and nothing else means anything else than before. */
function verified(tree: JsonReading, splices: Splice[], { path, value, paste }: Wish): Edit {
  const text = spliced(tree.source, splices)
  const after = jsonTree(text)
  const expected = withValue(tree.root.value, path, value)
  if (after && isDeepStrictEqual(after.root.value, expected)) return changed(text)
  return refused('The file would not be readable as JSON.', paste)
}

/** A copy of a value with one more value in it. */
function withValue(whole: unknown, [key, ...rest]: JsonPath, value: unknown): unknown {
  if (key === undefined) return JSON.parse(JSON.stringify(value))
  if (Array.isArray(whole))
    return whole.toSpliced(Number(key), 1, withValue(whole[Number(key)], rest, value))
  const members = typeof whole === 'object' && whole !== null ? Object.entries(whole) : []
  const inner = members.find(([name]) => name === key)?.[1]
  return Object.fromEntries([...members, [key, withValue(inner, rest, value)]])
}

const pasteOf = (path: JsonPath, value: unknown) =>
  JSON.stringify(withValue({}, path, value), undefined, 2)
