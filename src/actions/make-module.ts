import type { Files } from '../files/files.ts'
import { readModules } from '../map/modules.ts'
import { modulePath } from '../recipe/module-path.ts'
import { planOnce } from '../recipe/plan-once.ts'
import type { Plan } from '../recipe/plan.ts'
import { openReaders } from '../source/readers.ts'
import { bindingOf } from '../text/names.ts'
import { withoutSuffix } from '../text/words.ts'

export type MakeModule = { files: Files; name: string }

/** Plans an empty module, mounted in `src/app.ts`; one that is there already is only mounted. */
export async function planMakeModule({ files, name }: MakeModule): Promise<Plan> {
  const module = bindingOf(withoutSuffix(name, 'module'))
  const path = modulePath(module)
  const isThere = files.read(path) !== undefined
  return planOnce({
    files,
    recipe: 'module',
    isThere,
    isDone: isThere && (await isMounted(files, path)),
    command: `make:module ${module.kebab}`,
    answers: { name: module.kebab },
    remarks: isThere ? [`${path} was there already and stays as it is.`] : [],
  })
}

async function isMounted(files: Files, path: string): Promise<boolean> {
  await openReaders()
  return readModules(files).some((each) => each.path === path && each.state === 'mounted')
}
