import { lineEndOf } from '../../text/lines.ts'

/** What an editor or a system decides about a file, and a merge does not. */
export type Layout = {
  /** The text with a last line end, whether it has one or not. */
  source: string
  ended: boolean
  lineEnd: '\n' | '\r\n'
  /** Where a position of the plain text lies in the source. */
  origin: (position: number) => number
}

/** A text with LF, without byte order mark, and with a last newline. */
export function plain(source: string): string {
  const text = source.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}

export function layoutOf(given: string): Layout {
  const lineEnd = lineEndOf(given)
  const ended = given === '' || given.endsWith('\n')
  const source = ended ? given : given + lineEnd
  const shift = source.startsWith('\ufeff') ? 1 : 0
  const returns: number[] = []
  for (let at = source.indexOf('\r\n'); at >= 0; at = source.indexOf('\r\n', at + 2)) {
    returns.push(at - shift - returns.length)
  }
  return {
    source,
    ended,
    lineEnd,
    origin: (position) => position + shift + countBelow(returns, position),
  }
}

/** How many of the ascending numbers are below a limit. */
function countBelow(numbers: number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? limit) < limit) low = middle + 1
    else high = middle
  }
  return low
}
