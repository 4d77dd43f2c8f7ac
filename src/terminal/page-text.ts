import { STATUS_CODES } from 'node:http'

import type { Page } from '../actions/explain-topic.ts'
import { broken, columns, pageWidth } from './columns.ts'
import { paint } from './paint.ts'

/** A page as it is read in a terminal. */
export function pageText(page: Page): string {
  if (page.kind === 'feature') return markdownText(page.markdown)
  if (page.kind === 'problem') return problemText(page)
  const { code, says, hint, doing } = page
  const rows: [string, string][] = [
    ['It says', says],
    ['The way out', hint],
    ['When', `${doing}.`],
  ]
  return [paint('bold', code), '', ...columns(rows), '', '<…> stands for what it is about.'].join(
    '\n',
  )
}

/** What a caller of the app is answered, and where that is written. */
function problemText({ code, status, detail, hint, place }: Extract<Page, { kind: 'problem' }>) {
  const rows: [string, string][] = [
    ['It says', detail ?? 'what each place that throws it says'],
    ...(hint === undefined ? [] : [['The way out', hint] satisfies [string, string]]),
    ['Answered with', `${status} ${STATUS_CODES[status] ?? ''}`],
    ...(place ? [['Defined in', `${place.file}:${place.line}`] satisfies [string, string]] : []),
  ]
  return [paint('bold', code), '', ...columns(rows), '', '<…> stands for what it is about.'].join(
    '\n',
  )
}

/** Markdown as READMEs use it: headings, paragraphs, lists, tables and code, without its marks. */
function markdownText(markdown: string): string {
  return markdown
    .trim()
    .split(/^(```[\s\S]*?^```$)/m)
    .flatMap((part) => (part.startsWith('```') ? [codeText(part)] : part.trim().split(/\n{2,}/)))
    .filter((block) => block !== '')
    .map(blockText)
    .join('\n\n')
}

const codeText = (fence: string) =>
  `    ${fence.split('\n').slice(1, -1).join('\n    ')}`.replaceAll(/ +$/gm, '')

function blockText(block: string): string {
  if (block.startsWith('    ')) return block
  const heading = /^#+ (.+)$/.exec(block)?.[1]
  if (heading !== undefined) return paint('bold', plain(heading))
  if (block.startsWith('|')) return tableText(block)
  if (block.startsWith('- '))
    return block
      .split(/\n(?=- )/)
      .flatMap(itemLines)
      .join('\n')
  return broken(plain(block.replaceAll('\n', ' ')), pageWidth()).join('\n')
}

const itemLines = (item: string) =>
  columns([['-', plain(item.slice(2).replaceAll(/\s*\n\s*/g, ' '))]]).map((line) =>
    line.replace(/^- {2}|^ {3}/, (begin) => begin.slice(0, 2)),
  )

function tableText(block: string): string {
  const rows = block.split('\n').filter((line) => !/^\|[-\s|:]+\|$/.test(line))
  const cells = rows.map((row) =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => plain(cell.trim())),
  )
  return columns(cells.map(([first = '', ...more]) => [first, more.join('; ')])).join('\n')
}

/** Text without marks of emphasis and code; a link keeps its address. */
const plain = (text: string) =>
  text
    .replaceAll(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)')
    .replaceAll(
      /`([^`]+)`|\*\*([^*]+)\*\*/g,
      (_, code?: string, strong?: string) => code ?? strong ?? '',
    )
