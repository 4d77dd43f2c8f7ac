import type { Files } from '../files/files.ts'
import { modulePath } from '../recipe/module-path.ts'
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
  const module = bindingOf(withoutSuffix(name, 'module'))
  return planOnce({
    files,
    recipe: 'module',
    isThere: files.read(modulePath(module)) !== undefined,
    command: `make:module ${module.kebab}`,
    answers: { name: module.kebab },
  })
}
