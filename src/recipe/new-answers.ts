import { z } from 'zod'

import type { Recorded } from '../ledger/read-ledger.ts'
import { presetNames } from '../project/presets.ts'

/** What `elif new` was told. Apps from before the database was a feature all have it. */
export const NewAnswers = z.object({
  name: z.string(),
  preset: z.enum(presetNames).default('api'),
  features: z.array(z.string()).default(['database']),
  elif: z.string().optional(),
})
export type NewAnswers = z.infer<typeof NewAnswers>

const Removed = z.object({ features: z.array(z.string()) })

/** The features of these runs that came with the app and were taken out of it since. */
export const takenOut = (runs: Recorded[]): string[] =>
  runs.flatMap(({ run }) => {
    const isRemoval = run.command.startsWith('remove ') && run.undoes === undefined
    return isRemoval ? (Removed.safeParse(run.answers).data?.features ?? []) : []
  })

/** The run that made the app, what it was told, and the features of it that are still there. */
export function madeBy(standing: Recorded[]): { made: Recorded; answers: NewAnswers } | undefined {
  const made = standing.find(({ run }) => run.command.startsWith('new '))
  const answers = made && NewAnswers.safeParse(made.run.answers).data
  if (!answers) return undefined
  const gone = takenOut(standing)
  const features = answers.features.filter((each) => !gone.includes(each))
  return { made, answers: { ...answers, features } }
}
