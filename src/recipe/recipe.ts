import { z } from 'zod'

import type { Workspace } from '../workspace/workspace.ts'

/** How something is added: what it is given, and what it stages. Nothing reaches the disk here. */
export type Recipe<Input extends z.ZodType = z.ZodType> = {
  /** A feature comes by `add`, at most once, and goes by `remove`; what `make` makes stays. */
  kind: 'feature' | 'make'
  name: string
  summary: string
  /** Features that have to be there before. */
  needs: string[]
  input: Input
  plan(app: Workspace, input: z.output<Input>): Promise<void>
}

/** Lets a recipe be written without naming its types. */
export const defineRecipe = <Input extends z.ZodType>(recipe: Recipe<Input>): Recipe<Input> =>
  recipe

const moment = z.object({ at: z.coerce.date() })

/** Lets a feature be written, which is given no more than the moment. */
export const defineFeature = (
  feature: Omit<Recipe<typeof moment>, 'kind' | 'input' | 'plan'> & {
    plan(app: Workspace): Promise<void>
  },
): Recipe<typeof moment> => ({ kind: 'feature', input: moment, ...feature })
