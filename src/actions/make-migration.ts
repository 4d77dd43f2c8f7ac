import type { Files } from '../files/files.ts'
import { planOnce } from '../recipe/plan-once.ts'
import type { Plan } from '../recipe/plan.ts'
import { spellingsOf } from '../text/names.ts'

/** Plans an empty migration that runs after every other one. */
export async function planMakeMigration(wanted: {
  files: Files
  name: string
  at: Date
}): Promise<Plan> {
  const { kebab } = spellingsOf(wanted.name)
  const answers = { name: kebab, at: wanted.at.toISOString() }
  const command = `make:migration ${kebab}`
  return planOnce({ files: wanted.files, recipe: 'migration', command, answers })
}
