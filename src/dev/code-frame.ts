const around = 2

/**
 * The lines around a place, numbered, the place marked:
 *
 *       11 | const total = [
 *     > 12 |   const sum = 1
 *          |         ^
 */
export function codeFrame(source: string, line: number, column?: number): string {
  const lines = source.split(/\r\n|\r|\n/)
  const first = Math.max(1, line - around)
  const last = Math.min(lines.length, line + around)
  const width = String(last).length

  const shown: string[] = []
  for (let number = first; number <= last; number += 1) {
    const text = lines[number - 1] ?? ''
    const mark = number === line ? '>' : ' '
    shown.push(`${mark} ${String(number).padStart(width)} | ${text}`.trimEnd())
    if (number === line && column) shown.push(`  ${' '.repeat(width)} | ${indentOf(text, column)}^`)
  }
  return shown.join('\n')
}

/** Tabs stay tabs, so that the caret stands under its character. */
const indentOf = (text: string, column: number) =>
  text.slice(0, column - 1).replaceAll(/[^\t]/g, ' ')
