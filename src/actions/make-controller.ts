import type { Files } from '../files/files.ts'
import type { OnExisting } from '../recipe/existing.ts'
import { planOnce } from '../recipe/plan-once.ts'
import type { Plan } from '../recipe/plan.ts'
import { bindingOf } from '../text/names.ts'
import { withoutSuffix } from '../text/words.ts'

export type MakeController = {
  files: Files
  name: string
  module?: string | undefined
  onExisting?: OnExisting
}

/** Plans a controller with one route, mounted in a module. */
export async function planMakeController({ files, ...wanted }: MakeController): Promise<Plan> {
  const { kebab, pascal } = bindingOf(withoutSuffix(wanted.name, 'controller'))
  const module = bindingOf(withoutSuffix(wanted.module ?? kebab, 'module')).kebab
  return planOnce({
    files,
    onExisting: wanted.onExisting,
    recipe: 'controller',
    isThere: files.read(`src/modules/${module}/${kebab}-controller.ts`) !== undefined,
    command: `make:controller ${pascal}`,
    answers: { name: kebab, module },
  })
}
