import { z } from 'zod'

import { elifError } from '../errors/elif-error.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { loadRecipe, recipeNames } from './recipe-table.ts'
import type { Recipe } from './recipe.ts'

const Loaded = z.object({ default: z.custom<Recipe>((value) => hasPlan(value)) })

/** A recipe by its name. */
export async function recipeNamed(name: string): Promise<Recipe> {
  const loaded = Loaded.safeParse(await loadRecipe(name))
  if (loaded.success) return loaded.data.default
  throw elifError('recipe-unknown', { name, known: recipeNames() })
}

/** Lets a recipe stage what these answers ask for. */
export async function stageRecipe(app: Workspace, name: string, answers: unknown): Promise<void> {
  const recipe = await recipeNamed(name)
  await recipe.plan(app, recipe.input.parse(answers))
}

const hasPlan = (value: unknown) =>
  typeof value === 'object' && value !== null && 'plan' in value && 'input' in value
