import type { z } from 'zod'

import type { Workspace } from '../workspace/workspace.ts'

/** How a feature is added: what it is given, and what it stages. Nothing reaches the disk here. */
export type Recipe<Input extends z.ZodType = z.ZodType> = {
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
