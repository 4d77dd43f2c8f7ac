/** A piece of code without what a formatter decides: blanks, quotes, semicolons, single brackets. */
export function tokens(code: string): string {
  // The blanks of a template mean something, and a piece may begin or end within one.
  if (code.includes('`')) return code.trim()
  return code
    .replaceAll(/;(?=\s*(?:\}|\n|$))/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<![\w$]) | (?![\w$])/g, '')
    .replaceAll(/"([^"'\\]*)"/g, "'$1'")
    .replaceAll(/\(([\w$]+)\)=>/g, '$1=>')
    .replaceAll(/,(?=[)\]}])/g, '')
}

/** How much of the words of two pieces of code is the same, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const words = one.match(/[\w$]+/g) ?? []
  const others = other.match(/[\w$]+/g) ?? []
  const left = new Map<string, number>()
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of words) {
    const count = left.get(word) ?? 0
    if (count > 0) shared += 1
    left.set(word, count - 1)
  }
  const most = Math.max(words.length, others.length)
  return most === 0 ? 1 : shared / most
}
