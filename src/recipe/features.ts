import { elifError } from '../errors/elif-error.ts'
import { nearest } from '../text/nearest.ts'
import { recipeNames } from './recipe-table.ts'
import type { Recipe } from './recipe.ts'
import { recipeNamed } from './recipes.ts'

/** All features that can be added, in the order of their names. */
export async function readFeatures(): Promise<Recipe[]> {
  const recipes = await Promise.all(recipeNames().map(recipeNamed))
  const features = recipes.filter(({ kind }) => kind === 'feature')
  return features.toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

/** The feature that a person means. */
export function featureNamed(features: Recipe[], name: string): Recipe {
  const found = features.find((each) => each.name === name)
  if (found) return found
  const known = features.map((each) => each.name)
  throw elifError('feature-unknown', { name, known, meant: nearest(name, known) })
}

/** A feature behind all that it needs and the app does not have, each behind its own needs. */
export function withNeeds(features: Recipe[], name: string, installed: string[]): Recipe[] {
  const feature = featureNamed(features, name)
  const before = feature.needs
    .filter((need) => !installed.includes(need))
    .flatMap((need) => withNeeds(features, need, installed))
  return [...new Set([...before, feature])]
}

/** Installed features that cannot be without one of these, and the one that they need. */
export function dependentsOf(features: Recipe[], gone: string[], installed: string[]) {
  const left = features.filter(({ name }) => installed.includes(name) && !gone.includes(name))
  const need = gone.find((name) => left.some(({ needs }) => needs.includes(name)))
  if (need === undefined) return undefined
  return { need, by: left.filter(({ needs }) => needs.includes(need)).map(({ name }) => name) }
}
