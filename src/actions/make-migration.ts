import type { Files } from '../files/files.ts'
import { migrationNamed } from '../recipe/migration-stamp.ts'
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
  return planOnce({
    files: wanted.files,
    recipe: 'migration',
    isThere: migrationNamed(wanted.files, kebab) !== undefined,
    command: `make:migration ${kebab}`,
    answers: { name: kebab, at: wanted.at.toISOString() },
  })
}
