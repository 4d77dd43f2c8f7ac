import { indentLines } from '../../text/indent.ts'
import type { EntryReading, ListKind } from '../reading.ts'
import { typescriptReader } from '../readers.ts'

/** One entry as it was asked for: LF, without indentation and separators around it. */
export type EntryText = EntryReading & { text: string }

/** Reads an entry; undefined when the text is not exactly one entry of such a list. */
export function entryText(asked: string, list: ListKind, path: string): EntryText | undefined {
  const text = bare(asked, list)
  const entry = typescriptReader().readEntry(text, list, path)
  return entry && { ...entry, text }
}

/** Semicolons belong to statements and class members; every other sign to the list. */
function bare(asked: string, list: ListKind): string {
  const text = asked.replaceAll('\r\n', '\n').trim()
  if (list === 'union') return text.replace(/^\|\s*/, '')
  if (list === 'type') return text.replace(/[;,]$/, '')
  return list === 'statements' || list === 'class' ? text : text.replace(/,$/, '')
}

/** The lines of the entry in its place; the separator stands before a comment that ends it. */
export function entryLines(
  { text, end, frozen }: EntryText,
  { lead, tail }: { lead: string; tail: string },
  indent: string,
  lineEnd: string,
): string {
  const body = indentLines(text.slice(0, end) + tail + text.slice(end), indent, lineEnd, frozen)
  return indent + lead + body.slice(indent.length) + lineEnd
}
