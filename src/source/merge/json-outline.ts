import { jsonTree } from '../json/json-tree.ts'
import type { JsonNode, JsonReading } from '../reading.ts'
import { withCommentKeys } from './comment-keys.ts'
import type { Block, Entry } from './outline.ts'
import { commentEntry } from './script-outline.ts'

/** The members of a JSON text, however deep; undefined when it cannot be read. */
export function jsonOutline(source: string): Block | undefined {
  const tree = jsonTree(source)
  const [root] = tree ? blockAt(tree, tree.root) : []
  if (!tree || !root) return undefined
  return root
}

function blockAt(tree: JsonReading, { kind, start, end, items }: JsonNode): Block[] {
  if (kind === 'scalar') return []
  const { source } = tree
  const members = items.map(({ start: from, end: to, key, node }): Entry => {
    const value = JSON.stringify(node.value)
    return {
      source,
      start: from,
      end: to,
      comment: false,
      identity: `${kind === 'object' ? key : ''} ${value} ${notesIn(tree, from, to)}`,
      keys: kind === 'object' ? [`name ${key}`] : [],
      names: kind === 'object' ? [String(key)] : [],
      blocks: blockAt(tree, node),
      frozen: () => [],
    }
  })
  const notes = tree.comments
    .filter((each) => each.start > start && each.end < end)
    .filter((each) => !items.some((item) => item.start <= each.start && each.start < item.end))
  const entries = withCommentKeys([...members, ...notes.map((each) => commentEntry(source, each))])
  const [open, close] = [start + 1, end - 1]
  return [{ kind: `json ${kind}`, source, open, close, separator: ',', ordered: false, entries }]
}

const notesIn = ({ comments }: JsonReading, start: number, end: number) =>
  comments
    .filter((each) => each.start >= start && each.end <= end)
    .map(({ text }) => text.trim())
    .join('\n')
