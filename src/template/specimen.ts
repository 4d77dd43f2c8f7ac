import type { Names, Spellings } from '../text/names.ts'
import { articleFor, namesOf } from '../text/names.ts'

/** What stands for each noun of a template: `{ 'paper kite': namesOf('Product') }`. */
export type Specimens = Record<string, Names | (Spellings & { plural?: never })>

/** A text with every spelling of every specimen replaced; one pass, the longest match first. */
export function replaceSpecimens(text: string, specimens: Specimens): string {
  const pairs = new Map(Object.entries(specimens).flatMap(([noun, names]) => pairsOf(noun, names)))
  if (pairs.size === 0) return text
  const longestFirst = [...pairs.keys()].toSorted((one, other) => other.length - one.length)
  const articles = new RegExp(`\\b([Aa])n? (${longestFirst.join('|')})\\b`, 'gu')
  const spellings = new RegExp(longestFirst.join('|'), 'gu')
  return text
    .replace(articles, (_, a: string, found: string) => {
      const word = pairs.get(found) ?? found
      return `${a}${articleFor(word.toLowerCase()).slice(1)} ${found}`
    })
    .replace(spellings, (found) => pairs.get(found) ?? found)
}

function pairsOf(noun: string, names: Specimens[string]): [string, string][] {
  const specimen = namesOf(noun)
  const many = names.plural ? spellingPairs(specimen.plural, names.plural) : []
  return [...many, ...spellingPairs(specimen, names)]
}

const SPELLINGS = [
  'pascal',
  'camel',
  'kebab',
  'snake',
  'constant',
  'title',
  'sentence',
  'words',
] as const satisfies (keyof Spellings)[]

const spellingPairs = (from: Spellings, to: Spellings) =>
  SPELLINGS.map((spelling): [string, string] => [from[spelling], to[spelling]])
