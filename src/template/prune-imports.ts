const IMPORT = /^import (type )?(?:(\w+)(?:, )?)?(?:\{([^}]*)\})? from '([^']+)'\n/gmu

/**
 * Takes out imported names that nothing uses any more after a hole was filled. Only for texts
 * that came from a template: their imports stand in one form at the top.
 */
export function pruneImports(text: string): string {
  const used = wordsOutsideProse(text.replaceAll(IMPORT, ''))
  return text.replaceAll(
    IMPORT,
    (whole, type = '', standard = '', list: string | undefined, from) => {
      const names = namesIn(list)
      const kept = names.filter((name) => used.has(localName(name)))
      const keepsDefault = standard !== '' && used.has(standard)
      if (kept.length === names.length && (standard === '' || keepsDefault)) return whole
      if (kept.length === 0 && !keepsDefault) return ''
      const parts = [keepsDefault && standard, kept.length > 0 && `{ ${kept.join(', ')} }`]
      return `import ${type}${parts.filter(Boolean).join(', ')} from '${from}'\n`
    },
  )
}

const namesIn = (list = '') =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

const localName = (name: string) =>
  name
    .replace(/^type /u, '')
    .split(' as ')
    .at(-1) ?? name

/** Identifiers in code: a word that only stands in a comment or a string uses no import. */
function wordsOutsideProse(text: string): Set<string> {
  const code = text.replaceAll(/'(?:\\.|[^'\\\n])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//gu, ' ')
  return new Set(code.match(/[\w$]+/gu))
}
