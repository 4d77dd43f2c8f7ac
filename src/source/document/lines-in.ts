import { lineAfter } from '../../text/lines.ts'
import type { Span } from '../reading.ts'

/** The lines of a text without their line breaks and without a byte order mark. */
export function linesIn(source: string): Span[] {
  const lines: Span[] = []
  for (let start = source.startsWith('\ufeff') ? 1 : 0; start < source.length;) {
    const next = lineAfter(source, start)
    const end = source[next - 1] === '\n' ? next - 1 : next
    lines.push({ start, end: end > start && source[end - 1] === '\r' ? end - 1 : end })
    start = next
  }
  return lines
}

/** The pieces that lie between two borders; undefined when one of them crosses a border. */
export function within<Piece extends Span>(
  pieces: Piece[],
  { start, end }: Span,
): Piece[] | undefined {
  const met = pieces.filter((piece) => piece.start < end && piece.end > start)
  const crossed = met.some((piece) => piece.start < start || piece.end > end)
  const around = start === end && pieces.some((piece) => piece.start < start && piece.end > start)
  return crossed || around ? undefined : met
}

/** Code on one line, with single blanks. */
export const squeezed = (code: string) => code.replace(/\s+/g, ' ').trim()
