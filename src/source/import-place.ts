import { beginsLine, lineAfter, lineStart } from '../text/lines.ts'
import type { ImportRequest } from './import-names.ts'
import type { Neighbour } from './list/neighbour-place.ts'
import type { Import, Reading, Span } from './reading.ts'

/** Where a new import goes, and what stands before and behind its line. */
export type ImportPlace = { at: number; before: string; behind: string }

/** Node's own modules, packages, ours: the three groups that a blank line parts. */
export function groupOf(from: string): number {
  if (from.startsWith('node:')) return 0
  return /^([.#/~]|@\/)/.test(from) ? 2 : 1
}

/** `#app/` and the like; packages and relative paths have none. */
const aliasOf = (from: string) => /^([#~]|@\/)/.exec(from)?.[1] ?? ''

/**
 * Beside its neighbour, else below the last import of the same group, and of the same alias where there is one; a new group
 * is parted by a blank line.
 */
export function importPlace(
  source: string,
  { imports, headEnd }: Reading,
  { from, neighbour }: Pick<ImportRequest, 'from' | 'neighbour'>,
  lineEnd: string,
): ImportPlace {
  const named = neighbour && besideImport(source, imports, neighbour, lineEnd)
  if (named) return named
  const group = groupOf(from)
  const near = imports.filter((each) => groupOf(each.from) === group)
  const same = near.findLast((each) => aliasOf(each.from) === aliasOf(from)) ?? near.at(-1)
  if (same) return below(source, same, '', lineEnd)
  const lower = imports.findLast((each) => groupOf(each.from) < group)
  if (lower) return below(source, lower, lineEnd, lineEnd)
  const [first] = imports
  if (first) return above(source, first, lineEnd)
  return atHead(source, headEnd, lineEnd)
}

function besideImport(
  source: string,
  imports: Import[],
  neighbour: Neighbour,
  lineEnd: string,
): ImportPlace | undefined {
  const name = 'behind' in neighbour ? neighbour.behind : neighbour.ahead
  const found = imports.find(({ from }) => from === name)
  if (!found || !beginsLine(source, found.start)) return undefined
  if ('behind' in neighbour) return below(source, found, '', lineEnd)
  return { at: found.start, before: '', behind: lineEnd }
}

function above(source: string, { start }: Import, lineEnd: string): ImportPlace {
  const at = lineStart(source, start)
  return { at: source[at] === '\ufeff' ? at + 1 : at, before: '', behind: lineEnd + lineEnd }
}

/** A line below a statement: behind the rest of the line when that is a comment, else right behind the import. */
export function below(source: string, { end }: Span, blank: string, lineEnd: string): ImportPlace {
  const at = lineAfter(source, end)
  const rest = source.slice(end, at)
  if (/^[ \t]*(\/\/[^\n]*|\/\*(?:(?!\*\/)[^\n])*\*\/[ \t]*)?(\r?\n)?$/.test(rest)) {
    if (!rest.endsWith('\n')) return { at, before: lineEnd + blank, behind: '' }
    return { at, before: blank, behind: lineEnd }
  }
  return { at: end, before: lineEnd + blank, behind: '' }
}

/** Where code begins, parted from it by a blank line. */
export function atHead(source: string, headEnd: number, lineEnd: string): ImportPlace {
  const head = source.slice(0, headEnd).replace(/^\ufeff/, '')
  const before = head !== '' && !head.endsWith('\n') ? lineEnd : ''
  const parted = head === '' && source.length > headEnd ? lineEnd : ''
  return { at: headEnd, before, behind: lineEnd + parted }
}
