import { join } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { doingAt, errorCodes, isErrorCode, sentencesOf } from '../errors/explain-code.ts'
import { packageRoot } from '../files/package-root.ts'
import { readText } from '../files/read-text.ts'
import { readFeatures } from '../recipe/features.ts'
import { recipeNames } from '../recipe/recipe-table.ts'
import { nearest } from '../text/nearest.ts'

/** A page: what the README of a feature says, or what a code of an error means. */
export type Page =
  | { kind: 'feature'; name: string; markdown: string }
  | { kind: 'code'; code: string; says: string; hint: string; doing: string }

/** The page of a feature, of something that elif makes, or of a code. */
export async function explainTopic(topic: string): Promise<Page> {
  if (isErrorCode(topic)) {
    return { kind: 'code', code: topic, ...sentencesOf(topic), doing: doingAt(topic) }
  }
  const known = recipeNames()
  const readme = known.includes(topic) ? readmeOf(topic) : undefined
  if (readme !== undefined) return { kind: 'feature', name: topic, markdown: readme }
  const features = (await readFeatures()).map(({ name }) => name)
  const meant = nearest(topic, [...known, ...errorCodes()])
  throw elifError('topic-unknown', { topic, features, meant })
}

const readmeOf = (name: string) => readText(join(packageRoot(), 'templates', name, 'README.md'))
