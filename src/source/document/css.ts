import type { Comment, Span } from '../reading.ts'
import type { DocumentEntry, DocumentLanguage } from './document.ts'
import { remembered } from './remembered.ts'

/** Rules and declarations. */
export const css: DocumentLanguage = {
  comments: (source) =>
    tokensOf(source)
      .filter((token) => token.kind === 'comment')
      .map(({ start, end, text }) => ({
        start,
        end,
        text: text.slice(2, text.startsWith('/*') ? -2 : undefined),
      })),
  entries: entriesOf,
}

type Token = Comment & { kind: 'comment' | 'string' | 'sign' | 'code' }

const token =
  /(\/\*[\s\S]*?(?:\*\/|$)|(?<![:\w])\/\/[^\r\n]*)|("(?:\\[\s\S]|[^"\\\r\n])*"?|'(?:\\[\s\S]|[^'\\\r\n])*'?)|([{};()])|((?:[^{}();"'/\s]|\/(?![/*])|(?<=[:\w])\/(?=\/))+)/g

const tokensOf = remembered((source): Token[] =>
  [...source.matchAll(token)].map((found) => {
    const [text, comment, string, sign] = found
    const kind = comment ? 'comment' : string ? 'string' : sign ? 'sign' : 'code'
    return { start: found.index, end: found.index + text.length, text, kind }
  }),
)

function entriesOf(source: string, { start, end }: Span): DocumentEntry[] | undefined {
  const tokens = tokensOf(source).filter(({ kind }) => kind !== 'comment')
  if (tokens.some((each) => each.start < start && each.end > start)) return undefined
  const before = tokens.findLast((each) => each.end <= start)
  const entries: DocumentEntry[] = []
  let group: Token[] = []
  let depth = 0
  for (const each of tokens.filter((other) => other.start >= start && other.start < end)) {
    group.push(each)
    depth += depthOf(each)
    if (depth < 0) return undefined
    const ends = each.kind === 'sign' && (each.text === ';' || each.text === '}')
    if (depth > 0 || !ends) continue
    entries.push(entryOf(group))
    group = []
  }
  const parted = !before || (before.kind === 'sign' && /[{};]/.test(before.text))
  return group.length > 0 || !parted ? undefined : entries
}

const depthOf = ({ kind, text }: Token) =>
  kind !== 'sign' ? 0 : /[{(]/.test(text) ? 1 : /[})]/.test(text) ? -1 : 0

/** Layout, quotes and the semicolon before a bracket mean nothing. */
function entryOf(tokens: Token[]): DocumentEntry {
  const code = tokens.map(({ kind, text }) => (kind === 'string' ? `"${text.slice(1, -1)}"` : text))
  const identity = code
    .join(' ')
    .replace(/\s*([{};(),:>])\s*/g, '$1')
    .replaceAll(';}', '}')
  const [first] = tokens
  const [variable] = /^--[\w-]+/.exec(first?.text ?? '') ?? []
  const keys = variable === undefined ? [] : [variable]
  return { start: first?.start ?? 0, end: tokens.at(-1)?.end ?? 0, identity, keys }
}
