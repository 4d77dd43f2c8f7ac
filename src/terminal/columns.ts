/** Rows of two cells, the second ones below each other. */
export function columns(rows: [string, string][], indent = ''): string[] {
  const width = Math.max(0, ...rows.map(([first]) => first.length))
  return rows.map(([first, second]) => `${indent}${first.padEnd(width)}  ${second}`.trimEnd())
}
