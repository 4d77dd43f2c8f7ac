/** Spans of a text that must keep their bytes, as pairs of start and end. */
export type Frozen = readonly (readonly [start: number, end: number])[]

/**
 * Indents every line of a text written with LF and joins them with `lineEnd`.
 * Lines that begin inside a frozen span (a template literal) are left as they are. In a place
 * indented by tabs, steps of two blanks become tabs.
 */
export function indentLines(text: string, indent: string, lineEnd: string, frozen: Frozen = []) {
  let position = 0
  const lines = text.split('\n').map((line) => {
    const start = position
    position += line.length + 1
    const inside = frozen.some(([from, to]) => start > from && start <= to)
    if (inside || line === '') return line
    return indent + (indent.includes('\t') ? withTabs(line) : line)
  })
  return lines.join(lineEnd)
}

const withTabs = (line: string) =>
  line.replace(/^(?: {2})+/, (blanks) => '\t'.repeat(blanks.length / 2))
