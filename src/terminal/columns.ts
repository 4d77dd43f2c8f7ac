/** How many characters a line may have: the width of a terminal, but not too many. */
export const pageWidth = () => Math.max(40, Math.min(100, process.stdout.columns ?? 100))

/** Rows of two cells, the second ones below each other and broken before the page ends. */
export function columns(rows: [string, string][], indent = '', page = pageWidth()): string[] {
  const width = Math.max(0, ...rows.map(([first]) => first.length))
  const begin = indent.length + width + 2
  return rows.flatMap(([first, second]) => {
    const [line = '', ...more] = broken(second, page - begin)
    const head = `${indent}${first.padEnd(width)}  ${line}`.trimEnd()
    return [head, ...more.map((each) => ' '.repeat(begin) + each)]
  })
}

/** A text in lines that end before the page does. */
export function broken(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}
