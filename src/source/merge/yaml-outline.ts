import { indentAt, lineAfter } from '../../text/lines.ts'
import { withCommentKeys } from './comment-keys.ts'
import type { Block, Entry } from './outline.ts'

type Line = { start: number; end: number; indent: number; text: string }

const KEY =
  /^("[^"\n]*"|'[^'\n]*'|[^\s#"'&*!|>%@`{}[\],?-][^#\n]*?|-[^\s][^#\n]*?|<<):(?=\s|$)(.*)$/
const UNKNOWN = /^(---|\.\.\.|%|\? |\t)/

/**
 * The keys and items of a YAML file by their indentation: its layout stays its owner's. Undefined
 * for what is not plain maps and lists on lines of their own, as files with several documents.
 */
export function yamlOutline(source: string): Block | undefined {
  const lines = linesOf(source)
  if (lines.some(({ text }) => UNKNOWN.test(text)) || /^[ ]*\t/m.test(source)) return undefined
  return blockOf(source, lines, { open: 0, close: source.length })
}

/** Lines with something on them. */
function linesOf(source: string): Line[] {
  const lines: Line[] = []
  for (let at = 0; at < source.length; at = lineAfter(source, at)) {
    const indent = indentAt(source, at).length
    const text = source.slice(at + indent, lineAfter(source, at)).trimEnd()
    if (text !== '')
      lines.push({ start: at + indent, end: at + indent + text.length, indent, text })
  }
  return lines
}

function blockOf(
  source: string,
  lines: Line[],
  { open, close }: { open: number; close: number },
): Block | undefined {
  const first = lines.find(({ text }) => !text.startsWith('#'))
  const indent = first?.indent ?? 0
  const isList = first !== undefined && isItem(first)
  const entries: Entry[] = []
  for (const group of groupsOf(lines, indent, isList)) {
    const entry = entryOf(source, group, isList)
    if (!entry || group[0]?.indent !== indent) return undefined
    entries.push(entry)
  }
  const kind = isList ? 'yaml array' : 'yaml map'
  const block = { source, open, close, entries: withCommentKeys(entries) }
  return { kind, separator: '', ordered: false, ...block }
}

const isItem = ({ text }: Line) => text === '-' || text.startsWith('- ')

/** Each entry with the deeper lines below it; a list may lie as deep as the key that it is of. */
function groupsOf(lines: Line[], indent: number, isList: boolean): Line[][] {
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const isComment = group?.[0]?.text.startsWith('#') === true
    const isInner = line.indent > indent || (line.indent === indent && isItem(line) && !isList)
    if (group && isInner && !isComment) group.push(line)
    else groups.push([line])
  }
  return groups
}

function entryOf(source: string, group: Line[], isList: boolean): Entry | undefined {
  const [head, ...body] = group
  const last = group.at(-1)
  if (!head || !last) return undefined
  const comment = head.text.startsWith('#')
  const [, key, value = ''] = KEY.exec(head.text) ?? []
  if (!comment && isList !== isItem(head)) return undefined
  if (!comment && !isList && key === undefined) return undefined
  const name = isList || key === undefined ? [] : [key.replaceAll(/^["']|["']$/g, '')]
  const { start } = head
  const { end } = last
  const isParent = !isList && body.length > 0 && /^\s*(#.*)?$/.test(value)
  const within = { open: lineAfter(source, head.end), close: lineAfter(source, end) }
  const inner = isParent ? blockOf(source, body, within) : undefined
  const identity = source
    .slice(start, end)
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.slice(head.indent)).trimEnd())
    .filter((line) => line !== '')
    .join('\n')
  return {
    source,
    start,
    end,
    comment,
    identity,
    keys: name.map((each) => `name ${each}`),
    names: name,
    blocks: inner ? [inner] : [],
    frozen: () => [],
  }
}
