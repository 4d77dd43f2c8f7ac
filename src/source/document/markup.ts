import type { Comment, Span } from '../reading.ts'
import type { DocumentEntry, DocumentLanguage } from './document.ts'
import { squeezed } from './lines-in.ts'
import { remembered } from './remembered.ts'

/** Elements, and lines of text between them. */
export const markup: DocumentLanguage = {
  comments: markupComments,
  entries: entriesOf,
  tolerant: true,
}

type Token = Comment & { kind: 'comment' | 'raw' | 'open' | 'close' | 'single' | 'text' }

const empty = /^<(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|!|\?)\b/i
const token =
  /(<!--[\s\S]*?(?:-->|$))|(<(script|style|textarea|title)\b(?:"[^"]*"|'[^']*'|[^'">])*>[\s\S]*?<\/\3\s*>)|(<\/?[a-z!?](?:"[^"]*"|'[^']*'|[^'">])*>)|([^<\r\n]+|<)/gi

/** The comments of HTML, those in scripts and styles left out. */
export function markupComments(source: string): Comment[] {
  return tokensOf(source)
    .filter(({ kind }) => kind === 'comment')
    .map(({ start, end, text }) => ({ start, end, text: text.slice(4, -3) }))
}

const tokensOf = remembered((source): Token[] =>
  [...source.matchAll(token)].map((found) => {
    const [text, comment, raw, , tag] = found
    const kind = comment ? 'comment' : raw ? 'raw' : tag ? kindOf(tag) : 'text'
    return { start: found.index, end: found.index + text.length, text, kind }
  }),
)

function kindOf(tag: string): Token['kind'] {
  if (tag.startsWith('</')) return 'close'
  return tag.endsWith('/>') || empty.test(tag) || /^<[!?]/.test(tag) ? 'single' : 'open'
}

function entriesOf(source: string, { start, end }: Span): DocumentEntry[] | undefined {
  const entries: DocumentEntry[] = []
  let group: Token[] = []
  let depth = 0
  for (const each of tokensOf(source)) {
    const met = each.start < end && each.end > start
    if (!met || each.kind === 'comment' || (each.text.trim() === '' && depth === 0)) continue
    if (each.start < start || each.end > end) return undefined
    group.push(each)
    depth += each.kind === 'open' ? 1 : each.kind === 'close' ? -1 : 0
    if (depth < 0) return undefined
    const sameLine = !/^[ \t]*(\r?\n|$|<!--)/.test(source.slice(each.end, end))
    if (depth > 0 || sameLine) continue
    entries.push(entryOf(group))
    group = []
  }
  return group.length > 0 ? undefined : entries
}

/** Layout, quotes and the slash of an empty element mean nothing. */
function entryOf(tokens: Token[]): DocumentEntry {
  const identity = tokens
    .map(({ kind, text }) => (kind === 'text' || kind === 'raw' ? text.trim() : tagOf(text)))
    .filter((text) => text !== '')
    .join('')
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, identity, keys: [] }
}

const tagOf = (tag: string) =>
  squeezed(tag)
    .replaceAll("'", '"')
    .replace(/\s*\/?>$/, '>')
