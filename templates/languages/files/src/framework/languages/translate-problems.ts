import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'

import { type FieldError, Problem, type Translate } from '../errors/problem.ts'
import { choicesIn } from '../http/accepted.ts'
import { vary } from '../http/vary.ts'

export type Language = {
  /** What zod says of a value: `...de()` from zod/locales. */
  localeError: z.core.$ZodErrorMap
  /** The sentences that are not zod's, by what they are in English. */
  sentences?: Record<string, string>
}

type Languages = Record<string, Language>

/** Keeps the names of languages as types. */
export const defineLanguages = <const All extends Languages>(languages: All): All => languages

/** Problems in the language that a caller likes best of those that there are; English where it is none. */
export function translateProblems(languages: Languages): Translate {
  const names = Object.keys(languages)

  return (problem, request, reply) => {
    vary(reply, 'accept-language')
    const name = askedOf(request, names)
    const language = name === undefined ? undefined : languages[name]
    if (!name || !language) return problem
    return translated(problem, language, name)
  }
}

/** `de-CH, en;q=0.5` asks for German: a tag that goes on is still of its language. */
function askedOf({ headers }: FastifyRequest, names: string[]) {
  const asked = headers['accept-language']
  if (asked === undefined) return undefined
  const wanted = choicesIn(asked)
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ value }) => value.split('-', 1)[0])
  const first = wanted.find((value) => value === 'en' || names.includes(value ?? ''))
  return first === 'en' ? undefined : first
}

function translated(problem: Problem, { localeError, sentences = {} }: Language, name: string) {
  const { hint, errors, inWords, headers, ...rest } = problem.extras
  const say = (sentence: string) =>
    Object.hasOwn(sentences, sentence) ? (sentences[sentence] ?? sentence) : sentence
  const sayAll = (all: FieldError[]) => all.map((each) => ({ ...each, detail: say(each.detail) }))
  const told = inWords?.(localeError) ?? errors

  return new Problem(problem.status, problem.code, say(problem.message), {
    ...rest,
    ...(hint !== undefined && { hint: say(hint) }),
    ...(told && { errors: sayAll(told) }),
    headers: { ...headers, 'content-language': name },
  })
}
