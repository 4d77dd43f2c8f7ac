/** Spans of a text that must keep their bytes, as pairs of start and end. */
export type Frozen = readonly (readonly [start: number, end: number])[]

/**
 * Indents every line of a text written with LF and joins them with `lineEnd`.
 * Lines that begin inside a frozen span (a template literal) are left as they are.
 */
export function indentLines(text: string, indent: string, lineEnd: string, frozen: Frozen = []) {
  let position = 0
  const lines = text.split('\n').map((line) => {
    const start = position
    position += line.length + 1
    const inside = frozen.some(([from, to]) => start > from && start <= to)
    return inside || line === '' ? line : indent + line
  })
  return lines.join(lineEnd)
}
