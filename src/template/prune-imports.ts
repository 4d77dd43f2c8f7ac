const IMPORT = /^import (type )?(?:(\w+)(?:, )?)?(?:\{([^}]*)\})? from '([^']+)'\n/gmu

/**
 * Takes out imported names that nothing uses any more after a hole was filled. Only for texts
 * that came from a template: their imports stand in one form at the top.
 */
export function pruneImports(text: string): string {
  const used = wordsOutsideProse(text.replaceAll(IMPORT, ''))
  return text.replaceAll(
    IMPORT,
    (whole, type: string = '', standard: string = '', list: string = '', from: string) => {
      const names = namesIn(list)
      const kept = names.filter((name) => used.has(localName(name)))
      const byDefault = used.has(standard) ? standard : ''
      if (kept.length === names.length && byDefault === standard) return whole
      return statement({ type, byDefault, kept, from })
    },
  )
}

type Kept = { type: string; byDefault: string; kept: string[]; from: string }

function statement({ type, byDefault, kept, from }: Kept): string {
  if (kept.length === 0 && byDefault === '') return ''
  const onlyTypes = byDefault === '' && kept.every((name) => name.startsWith('type '))
  const names = onlyTypes ? kept.map((name) => name.slice('type '.length)) : kept
  const list = names.length > 0 ? `{ ${names.join(', ')} }` : ''
  const bindings = [byDefault, list].filter((part) => part !== '').join(', ')
  return `import ${onlyTypes ? 'type ' : type}${bindings} from '${from}'\n`
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
