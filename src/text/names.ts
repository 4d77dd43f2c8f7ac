import { elifError } from '../errors/elif-error.ts'
import { pluralOf, singularOf } from './inflect.ts'
import { isKeptByApp, isReservedWord, isTakenInApp } from './reserved-words.ts'
import { capital, wordsIn } from './words.ts'

/** One noun in every spelling that code and prose use. */
export type Spellings = {
  pascal: string
  camel: string
  kebab: string
  snake: string
  constant: string
  title: string
  sentence: string
  words: string
}

/** A noun for one and for many, and the article that goes before the one. */
export type Names = Spellings & { article: 'a' | 'an'; plural: Spellings }

const LONGEST = 60

/**
 * All spellings of a noun. `Products` and `product` name the same thing; an acronym is one word
 * like any other, so `HTTPRequest`, `HttpRequest` and `http-request` are the same noun too.
 * A noun without a plural of its own (sheep) gets identifiers in `List`: no scope holds both
 * under one name.
 */
export function namesOf(noun: string, overrides: { plural?: string } = {}): Names {
  const words = wordsOf(noun)
  const last = words.at(-1) ?? ''
  const one = [...words.slice(0, -1), overrides.plural ? last : singularOf(last)]
  const many = overrides.plural
    ? wordsOf(overrides.plural)
    : [...one.slice(0, -1), pluralOf(one.at(-1) ?? '')]
  const spelled = spell(one)
  const isTaken = isReservedWord(spelled.camel) || isKeptByApp(many.join(' '))
  if (isTaken) throw reserved(noun, spelled)
  return { ...spelled, article: articleFor(spelled.words), plural: pluralSpellings(one, many) }
}

/** The spellings of a name that is taken as it is: nothing is inflected and no word is reserved. */
export const spellingsOf = (name: string): Spellings => spell(wordsOf(name))

/** The spellings of a name that becomes a variable, such as a module's. */
export function bindingOf(name: string): Spellings {
  const spelled = spellingsOf(name)
  if (isTakenInApp(spelled.camel)) throw reserved(name, spelled)
  return spelled
}

/** "a" or "an", by how the first word sounds: a word without a vowel is said letter by letter. */
export function articleFor(words: string): 'a' | 'an' {
  const first = words.split(' ')[0] ?? ''
  if (/^[^aeiouy]+$/u.test(first)) return /^[fhlmnrsx]/u.test(first) ? 'an' : 'a'
  if (/^(?:hour|honest|honou?r|heir)/u.test(first)) return 'an'
  if (/^(?:uni(?!n|m)|url|uri|uu|use|usa|usu|ut[ei]|ubi|eu|ewe|one(?![a-z])|once)/u.test(first))
    return 'a'
  return /^[aeiou]/u.test(first) ? 'an' : 'a'
}

function wordsOf(name: string): string[] {
  const fault = faultOf(name)
  if (fault) throw elifError('name-invalid', { name: shown(name), fault })
  return wordsIn(name)
}

function faultOf(name: string): string | undefined {
  if (name.trim() === '') return 'it is empty'
  if (name.length > LONGEST) return `it is longer than ${LONGEST} characters`
  if (!/^[a-z]/iu.test(name)) return 'it does not begin with a letter from a to z'
  const stranger = /[^\w -]/u.exec(name)?.[0]
  if (stranger) return `it contains ${JSON.stringify(stranger)}`
  return /^\w.*[-_ ]$|[-_ ]{2}/u.test(name) ? 'it has a separator where no word follows' : undefined
}

function spell(words: string[]): Spellings {
  const pascal = words.map(capital).join('')
  const spaced = words.join(' ')
  return {
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    kebab: words.join('-'),
    snake: words.join('_'),
    constant: words.join('_').toUpperCase(),
    title: words.map(capital).join(' '),
    sentence: capital(spaced),
    words: spaced,
  }
}

function pluralSpellings(one: string[], many: string[]): Spellings {
  const spelled = spell(many)
  const alike = one.join(' ') === many.join(' ')
  if (!alike && !isReservedWord(spelled.camel)) return spelled
  const list = spell([...many, 'list'])
  return { ...spelled, pascal: list.pascal, camel: list.camel, constant: list.constant }
}

const shown = (name: string) => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name)

const reserved = (name: string, { pascal }: Spellings) =>
  elifError('name-reserved', { name, instead: `${pascal}Entry` })
