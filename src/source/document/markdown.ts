import type { Comment, Span } from '../reading.ts'
import type { DocumentEntry, DocumentLanguage } from './document.ts'
import { linesIn, squeezed, within } from './lines-in.ts'
import { markupComments } from './markup.ts'
import { remembered } from './remembered.ts'

/** List items, rows of tables and paragraphs; blank lines between them mean nothing. */
export const markdown: DocumentLanguage = {
  comments: commentsOf,
  entries: (source, lines) => within(blocks(source), lines),
}

/** What stands between fences or in backticks is no comment. */
function commentsOf(source: string): Comment[] {
  const fences = fencesIn(source)
  const code = source.replace(/`[^`\r\n]+`/g, (quoted) => ' '.repeat(quoted.length))
  const isCode = ({ start }: Span) =>
    fences.some((fence) => fence.start <= start && start < fence.end)
  return markupComments(blanked(code, fences)).filter((comment) => !isCode(comment))
}

/** Blanks for what is fenced, so that nothing opens there and closes behind. */
function blanked(source: string, fences: Span[]): string {
  let text = ''
  let from = 0
  for (const { start, end } of fences) {
    text += source.slice(from, start) + source.slice(start, end).replace(/[^\r\n]/g, ' ')
    from = end
  }
  return text + source.slice(from)
}

function fencesIn(source: string): Span[] {
  const fences: Span[] = []
  let open: { start: number; sign: string } | undefined
  for (const { start, end } of linesIn(source)) {
    const [, sign] = /^ *(```+|~~~+)/.exec(source.slice(start, end)) ?? []
    if (sign === undefined) continue
    if (!open) open = { start, sign }
    else if (sign.startsWith(open.sign)) {
      fences.push({ start: open.start, end })
      open = undefined
    }
  }
  return open ? [...fences, { start: open.start, end: source.length }] : fences
}

const blocks = remembered(blocksOf)

function blocksOf(source: string): DocumentEntry[] {
  const comments = commentsOf(source)
  const fences = fencesIn(source)
  const found: (Span & { indent: number; kind: string })[] = []
  let parted = true
  let comment = 0
  let fence = 0
  for (const line of linesIn(source)) {
    const text = source.slice(line.start, line.end)
    while ((comments[comment]?.end ?? Infinity) <= line.start) comment += 1
    while ((fences[fence]?.end ?? Infinity) <= line.start) fence += 1
    const fenced = (fences[fence]?.start ?? Infinity) < line.start
    const isComment = !fenced && (comments[comment]?.start ?? Infinity) < line.end
    if (text.trim() === '' || isComment) {
      parted ||= !fenced
      continue
    }
    const last = found.at(-1)
    const indent = text.length - text.trimStart().length
    const kind = kindOf(text)
    const item = last?.kind === 'item' && indent > last.indent
    const goesOn = fenced || item || (!parted && kind === 'text' && last?.kind === 'text')
    if (last && goesOn) last.end = line.end
    else found.push({ ...line, indent, kind })
    parted = false
  }
  return found.map(({ start, end }) => {
    return { start, end, identity: squeezed(source.slice(start, end)), keys: [] }
  })
}

function kindOf(line: string): string {
  if (/^\s*([-*+]|\d+[.)])\s/.test(line)) return 'item'
  if (/^\s*\|/.test(line)) return 'row'
  return /^\s*(#{1,6}\s|```|~~~)/.test(line) ? 'heading' : 'text'
}
