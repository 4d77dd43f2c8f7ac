import { languageOf } from './document/document.ts'
import type { Region } from './pair-markers.ts'
import type { Reading, Span } from './reading.ts'

/** One entry of a region: what names it, its code without the indentation, its first line. */
export type MarkedEntry = { keys: string[]; text: string; line: number }

type Known = Span & { keys: string[] }

/** What stands in a region; undefined where it lies in no list. A script has a reading. */
export function regionEntries(
  region: Region,
  { source, path, reading }: { source: string; path: string; reading: Reading | undefined },
): MarkedEntry[] | undefined {
  const known = reading ? inScript(region, reading) : inDocument(region, source, path)
  let line = region.opening.line
  let counted = region.opening.from
  return known?.map(({ start, end, keys }) => {
    line += source.slice(counted, start).split('\n').length - 1
    counted = start
    const text = source.slice(start, end)
    return { keys, text: text.trimStart(), line: line + blankLines(text) }
  })
}

const blankLines = (text: string) => (/^\s*/.exec(text)?.[0].split('\n').length ?? 1) - 1

function inScript({ opening, from, to }: Region, reading: Reading): Known[] | undefined {
  const container = reading.containerAt(opening.position)
  if (container.kind !== 'list') return undefined
  return container.elements
    .filter(({ start, end }) => start >= from && end <= to)
    .map(({ start, end, names, call }) => ({
      start,
      end,
      keys: call === undefined ? names : [...names, call],
    }))
}

const inDocument = ({ from, to }: Region, source: string, path: string): Known[] | undefined =>
  languageOf(path)?.entries(source, { start: from, end: to })
