import { split } from 'change-case'

/**
 * The words of a name in lower case, whatever its spelling. Digits go with the word before them:
 * `line 2` and `line2` could not be told apart as identifiers.
 */
export function wordsIn(name: string): string[] {
  const words: string[] = []
  for (const word of split(name).map((each) => each.toLowerCase())) {
    if (/^\d/u.test(word) && words.length > 0) words.push((words.pop() ?? '') + word)
    else words.push(word)
  }
  return words
}

/** The word with its first letter in upper case. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** `CatalogModule` and `catalog-module` are the module `Catalog`: what it is need not be said. */
export function withoutSuffix(name: string, suffix: string): string {
  const short = name.replace(new RegExp(`[-_ ]?${suffix}$`, 'iu'), '')
  return short === '' ? name : short
}
