import type { Files } from '../files/files.ts'
import { planOnce } from '../recipe/plan-once.ts'
import type { Plan } from '../recipe/plan.ts'
import { bindingOf } from '../text/names.ts'
import { withoutSuffix } from '../text/words.ts'

/** Plans an empty module, mounted in `src/app.ts`. */
export async function planMakeModule({
  files,
  name,
}: {
  files: Files
  name: string
}): Promise<Plan> {
  const { kebab } = bindingOf(withoutSuffix(name, 'module'))
  const command = `make:module ${kebab}`
  return planOnce({ files, recipe: 'module', command, answers: { name: kebab } })
}
