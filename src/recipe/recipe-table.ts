import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { diskFiles } from '../files/files.ts'
import { packageRoot } from '../files/package-root.ts'

const templates = () => join(packageRoot(), 'templates')

/** The names of all recipes: the folders of `templates` that have one. */
export function recipeNames(): string[] {
  const paths = diskFiles(templates()).list()
  return paths.flatMap((path) => /^([^/]+)\/recipe\.ts$/u.exec(path)?.[1] ?? [])
}

/**
 * Loads the module of a recipe. From the sources it is found by its folder; the build puts a
 * table in the place of this file (`recipeTableText`).
 */
export async function loadRecipe(name: string): Promise<unknown> {
  const path = join(templates(), name, 'recipe.ts')
  return recipeNames().includes(name) ? import(pathToFileURL(path).href) : undefined
}
