import { join } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { doingAt, errorCodes, isErrorCode, sentencesOf } from '../errors/explain-code.ts'
import { packageRoot } from '../files/package-root.ts'
import { readText } from '../files/read-text.ts'
import { readFeatures } from '../recipe/features.ts'
import { recipeNames } from '../recipe/recipe-table.ts'
import { nearest } from '../text/nearest.ts'
import { type AppProblem, listProblems } from './list-problems.ts'

/** A page: what the README of a feature says, or what a code of an error means, elif's or the app's. */
export type Page =
  | { kind: 'feature'; name: string; markdown: string }
  | { kind: 'code'; code: string; says: string; hint: string; doing: string }
  | ({ kind: 'problem' } & AppProblem)

/** The page of a feature, of something that elif makes, of a code of elif, or of one of the app around. */
export async function explainTopic(topic: string, root?: string): Promise<Page> {
  if (isErrorCode(topic)) {
    return { kind: 'code', code: topic, ...sentencesOf(topic), doing: doingAt(topic) }
  }
  const known = recipeNames()
  const readme = known.includes(topic) ? readmeOf(topic) : undefined
  if (readme !== undefined) return { kind: 'feature', name: topic, markdown: readme }
  const problems = root === undefined ? [] : await listProblems(root)
  const problem = problems.find(({ code }) => code === topic)
  if (problem) return { kind: 'problem', ...problem }
  const features = (await readFeatures()).map(({ name }) => name)
  const meant = nearest(topic, [...known, ...problems.map(({ code }) => code), ...errorCodes()])
  throw elifError('topic-unknown', { topic, features, meant })
}

const readmeOf = (name: string) => readText(join(packageRoot(), 'templates', name, 'README.md'))
