import * as ownCatalogues from '#app/errors.ts'

import { frameworkProblems } from './framework-problems.ts'
import type { ProblemDefinition, ProblemKind } from './define-problems.ts'

/** A kind of problem as callers read of it; `<number>` stands for a value of its words. */
export type ProblemDescription = {
  code: string
  status: number
  /** Left out where each place that throws it has words of its own. */
  detail?: string
  hint?: string
  definedIn: 'app' | 'framework'
}

/** Every problem that the app may answer with: its own, and those of the framework. */
export const describeProblems = (): ProblemDescription[] =>
  [
    ...describeCatalogues(Object.values(ownCatalogues), 'app'),
    ...describeCatalogues([frameworkProblems], 'framework'),
  ].toSorted((one, other) => (one.code < other.code ? -1 : 1))

/** The problems of all catalogues among what a file exports. */
export const describeCatalogues = (
  exported: unknown[],
  definedIn: ProblemDescription['definedIn'],
): ProblemDescription[] =>
  exported
    .flatMap((each) => Object.values(Object(each)).filter(isKind))
    .map((kind) => described(kind, definedIn))

const isKind = (value: unknown): value is ProblemKind =>
  typeof value === 'function' && 'code' in value && 'definition' in value

function described(
  { code, definition }: ProblemKind,
  definedIn: ProblemDescription['definedIn'],
): ProblemDescription {
  const { status, detail, hint } = definition
  const words = { detail: textOf(detail), hint: textOf(hint) }
  return {
    code,
    status,
    ...(words.detail !== undefined && { detail: words.detail }),
    ...(words.hint !== undefined && { hint: words.hint }),
    definedIn,
  }
}

/** Any value that words may ask for, by its name. */
const placeholder = new Proxy(Object, {
  get: (_, name) =>
    name === Symbol.toPrimitive ? () => '<why>' : typeof name === 'string' && `<${name}>`,
})

function textOf(words: ProblemDefinition['hint']): string | undefined {
  if (typeof words !== 'function') return words
  try {
    const text: unknown = words(placeholder as never)
    return typeof text === 'string' ? text : undefined
  } catch {
    // Words that do more with a value than write it have to be read in the code.
    return undefined
  }
}
