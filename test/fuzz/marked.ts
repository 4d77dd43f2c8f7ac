import { listOf } from '../../src/source/oxc/container.ts'
import { walk } from '../../src/source/oxc/node.ts'
import { parse } from '../../src/source/oxc/parse.ts'
import type { List, ListKind } from '../../src/source/reading.ts'
import { regionFaults } from '../../src/source/region.ts'
import { typescriptReader } from '../../src/source/readers.ts'
import { entriesOf } from './entries.ts'
import type { Random } from './random.ts'

/** A source with a region at a random place; `head` and `tail` are all that is not inside of it. */
export type Marked = { source: string; kind: ListKind; head: string; tail: string }

/** All lists of a source, by their kind, so that rare ones get their turn. */
export function listsByKind(source: string, path: string): Map<ListKind, List[]> {
  const found = new Map<ListKind, List[]>()
  const parsed = parse(source, path)
  if (parsed.errors.length > 0) return found
  for (const node of walk(parsed.program)) {
    const list = listOf(node, source)
    if (!list || !entriesOf(list.list) || !hasRoom(list)) continue
    found.set(list.list, [...(found.get(list.list) ?? []), list])
  }
  return found
}

/** A union needs two types to be one, and the statements of a case begin with the first. */
const hasRoom = ({ list, id, elements }: List) =>
  elements.length > (list === 'union' ? 1 : 0) || (list !== 'union' && !id.startsWith('SwitchCase'))

/** Puts the two lines around random entries of the list; undefined where no comment can stand. */
export function marked(
  source: string,
  path: string,
  list: List,
  random: Random,
): Marked | undefined {
  const { start, end } = spanIn(source, list, random)
  const lineEnd = /\r\n/.test(source) ? '\r\n' : '\n'
  const indent = random.pick(['', '  ', '\t', '      '])
  const before = source.slice(0, start)
  const opening = lineEnd + indent + marker(list, '#region elif:x') + lineEnd
  const head =
    before === '' || before === '\ufeff' ? before + opening.trimStart() : before + opening
  const inside = source.slice(start, end)
  const closingIndent = random.chance(0.5) ? indent : ''
  const tail = closingIndent + marker(list, '#endregion elif:x') + lineEnd + source.slice(end)
  const text = head + inside + lineEnd + tail
  return isFit(text, path, head, list) ? { source: text, kind: list.list, head, tail } : undefined
}

const marker = ({ list }: List, text: string) =>
  list === 'children' ? `{/* ${text} */}` : `// ${text}`

/** The markers are comments between entries, and the region lies in a list of the same kind. */
function isFit(text: string, path: string, head: string, { list }: List): boolean {
  const reading = typescriptReader().read(text, path)
  if (reading.errors.length > 0 || regionFaults(text, path).length > 0) return false
  const container = reading.containerAt(head.lastIndexOf('#region elif:x') - '// '.length)
  return container.kind === 'list' && container.list === list
}

/** From one gap between entries to another, with or without the comma of the last one. */
function spanIn(source: string, list: List, random: Random): { start: number; end: number } {
  const { elements, close } = list
  const first = random.below(elements.length + 1)
  const behind = first + random.below(elements.length - first + 1)
  const [entry, last] = [elements[first], elements[behind - 1]]
  const overComma = (position: number) => {
    const comma = /^\s*,/.exec(source.slice(position))?.[0].length ?? 0
    return random.chance(0.75) ? position + comma : position
  }
  if (!entry) {
    const end = last ? overComma(last.end) : close
    return { start: end, end }
  }
  const start = list.list === 'union' ? pipeBefore(source, entry.start) : entry.start
  return { start, end: last && behind > first ? overComma(last.end) : start }
}

const pipeBefore = (source: string, position: number) =>
  position - (/\|\s*$/.exec(source.slice(Math.max(0, position - 200), position))?.[0].length ?? 0)
