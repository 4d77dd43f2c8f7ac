/** How deep brackets may be nested; no code that people write comes near it. */
const deepest = 500

/**
 * Where brackets are nested too deep to be read: parsers and readers descend into them, and at some
 * thousands the native one ends the whole process. Strings and comments are looked into only where
 * it matters.
 */
export function tooDeepAt(source: string): number | undefined {
  if (source.length <= deepest || tooDeepIn(source) === undefined) return undefined
  return tooDeepIn(source.replaceAll(noCode, (text) => ' '.repeat(text.length)))
}

const noCode = /(["'])(?:\\.|(?!\1)[^\\\n])*\1|\/\/.*|\/\*[^]*?(?:\*\/|$)/g

function tooDeepIn(text: string): number | undefined {
  let depth = 0
  for (let place = 0; place < text.length; place += 1) {
    const sign = text.charCodeAt(place)
    if (sign === 0x28 || sign === 0x5b || sign === 0x7b) depth += 1
    else if ((sign === 0x29 || sign === 0x5d || sign === 0x7d) && depth > 0) depth -= 1
    if (depth > deepest) return place
  }
  return undefined
}
