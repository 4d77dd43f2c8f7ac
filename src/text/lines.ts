/** Line and column of a position, both counted from 1. */
export const placeOf = (text: string, position: number) => placesOf(text)(position)

/** The same for many positions in their order: no line is counted twice. */
export function placesOf(text: string): (position: number) => { line: number; column: number } {
  let line = 1
  let start = 0
  return (position) => {
    for (let at = text.indexOf('\n', start); at >= 0 && at < position;) {
      line++
      start = at + 1
      at = text.indexOf('\n', start)
    }
    return { line, column: position - start + 1 }
  }
}

/** A negative place to search from is taken for the first one, where a break may be. */
export const lineStart = (text: string, position: number) =>
  position === 0 ? 0 : text.lastIndexOf('\n', position - 1) + 1

/** The position behind the line's end, or the end of the text. */
export function lineAfter(text: string, position: number) {
  const end = text.indexOf('\n', position)
  return end < 0 ? text.length : end + 1
}

/** The position before the line break that ends right here; the same one without such a break. */
export const beforeLineBreak = (text: string, position: number) =>
  position - (/\r?\n$/.exec(text.slice(0, position))?.[0].length ?? 0)

/** How the text ends its lines; the first line decides. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n')
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n'
}

/** The blanks a position's line begins with; a byte order mark is no indentation. */
export function indentAt(text: string, position: number): string {
  const line = text.slice(lineStart(text, position)).replace(/^\ufeff/, '')
  return /^[ \t]*/.exec(line)?.[0] ?? ''
}

/** Whether only blanks stand before the position on its line. */
export const beginsLine = (text: string, position: number) =>
  /^\ufeff?[ \t]*$/.test(text.slice(lineStart(text, position), position))
