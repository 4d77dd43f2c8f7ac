import type { Comment, Element, Export, Import, List, ListKind, Reading } from '../reading.ts'
import { typescriptReader } from '../readers.ts'
import { isCommaList } from '../list/separator.ts'
import { withCommentKeys } from './comment-keys.ts'
import type { Block, Entry } from './outline.ts'

type Script = { source: string; path: string; reading: Reading; comments: Comment[] }

/** The statements of a script with all lists in them; undefined when it does not parse. */
export function scriptOutline(source: string, path: string): Block | undefined {
  const reading = typescriptReader().read(source, path)
  const root = reading.containerAt(source.length)
  if (reading.errors.length > 0 || root.kind !== 'list') return undefined
  const hashbang = /^#![^\n]*/.exec(source)?.[0]
  const first = hashbang === undefined ? [] : [{ start: 0, end: hashbang.length, text: hashbang }]
  const script = { source, path, reading, comments: [...first, ...reading.comments] }
  return blockOf(script, { ...root, open: 0, close: source.length }, 'module')
}

function blockOf(script: Script, list: List, kind: string = list.list): Block {
  const { source } = script
  const { open, close, elements } = list
  const inside = script.comments.filter((comment) => comment.start >= open && comment.end <= close)
  const between = inside.filter(
    ({ start }) => !elements.some((element) => element.start <= start && start < element.end),
  )
  const entries = withCommentKeys([
    ...elements.map((element) => elementEntry(script, element, list.list)),
    ...between.map((comment) => commentEntry(source, comment)),
  ])
  return { kind, source, open, close, entries, ...manners(kind, list.list) }
}

/** Statements run in their order and arguments are told by it; the rest is told by name. */
function manners(kind: string, list: ListKind): Pick<Block, 'separator' | 'ordered'> {
  const separator = isCommaList(list) ? ',' : list === 'union' ? '|' : ''
  const ordered = ['statements', 'arguments', 'tuple', 'children', 'chain'].includes(kind)
  return { separator, ordered }
}

export function commentEntry(source: string, { start, end, text }: Comment): Entry {
  const identity = `comment ${text.replaceAll(/\s+/g, ' ').trim()}`
  const none = { keys: [], names: [], blocks: [], frozen: () => [] }
  return { source, start, end, comment: true, identity, ...none }
}

function elementEntry(script: Script, element: Element, list: ListKind): Entry {
  const { source, path, reading } = script
  const { start, end, names } = element
  const at = (each: { start: number }) => each.start === start
  const imported = reading.imports.find(at)
  const listed = imported ?? reading.exports.find(at)
  // What is imported, or taken out of an object, is no declaration that has got other words.
  const known = imported ? 'imported' : names.length > 1 ? 'names' : 'name'
  let blocks: Block[] | undefined
  let identity: string | undefined
  return {
    source,
    start,
    end,
    comment: false,
    names,
    keys: [...keysOf(listed), ...names.map((name) => `${known} ${name}`), ...callOf(element)],
    get identity() {
      return (identity ??= element.identity + commentsIn(script, element))
    },
    get blocks() {
      return (blocks ??= listed ? nameBlocks(source, listed) : blocksIn(script, element))
    },
    frozen: () => typescriptReader().readEntry(source.slice(start, end), list, path)?.frozen ?? [],
  }
}

const callOf = ({ call }: Element) => (call === undefined ? [] : [`call ${call}`])

function keysOf(listed: Import | Export | undefined): string[] {
  if (!listed) return []
  if (!('all' in listed)) return [`import ${listed.type ? 'type ' : ''}${listed.from}`]
  return [`export ${listed.type ? 'type ' : ''}${listed.all ?? '{'} ${listed.from ?? ''}`]
}

/** An entry in which only a comment differs is another one. */
const commentsIn = ({ comments }: Script, { start, end }: Element) =>
  comments
    .filter((comment) => comment.start >= start && comment.end <= end)
    .map(({ text }) => `\n//${text.replaceAll(/\s+/g, ' ').trim()}`)
    .join('')

/** The outermost lists of an element, found at their brackets. */
function blocksIn(script: Script, { start, end }: Element): Block[] {
  const { source, reading, comments } = script
  const blocks: Block[] = []
  let position = start
  for (const { index } of source.slice(start, end).matchAll(/[[({|]/g)) {
    const at = start + index
    if (at < position || comments.some((each) => each.start <= at && at < each.end)) continue
    const list = reading.containerAt(at)
    if (list.kind !== 'list' || !opensAt(list, at, source) || list.open < position) continue
    if (list.close > end) continue
    blocks.push(blockOf(script, list))
    position = list.close
  }
  return blocks
}

const opensAt = ({ list, open }: List, at: number, source: string) =>
  source[at] === '|' ? list === 'union' : open === at + 1 && list !== 'children'

/** The names between the braces of an import or an export. */
function nameBlocks(source: string, { braces, names }: Import | Export): Block[] {
  if (!braces) return []
  const entries = names.map(({ start, end, local }): Entry => {
    const identity = source.slice(start, end).replaceAll(/\s+/g, ' ')
    const keys = [`name ${local}`]
    const none = { blocks: [], frozen: () => [] }
    return { source, start, end, comment: false, identity, keys, names: [local], ...none }
  })
  const [open, close] = [braces.start + 1, braces.end]
  return [{ kind: 'names', source, open, close, separator: ',', ordered: false, entries }]
}
