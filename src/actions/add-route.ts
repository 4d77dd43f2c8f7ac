import { elifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { type Plan, planOf } from '../recipe/plan.ts'
import { stageRecipe } from '../recipe/recipes.ts'
import { bindingOf } from '../text/names.ts'
import { withoutSuffix } from '../text/words.ts'

export const routeMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

export type AddRoute = {
  files: Files
  method: string
  path: string
  module?: string | undefined
  name?: string | undefined
}

/** Plans a typed route in the controller of a module that is mounted where its path begins. */
export async function planAddRoute({ files, method, path, ...wanted }: AddRoute): Promise<Plan> {
  const first = PATH.exec(path)?.[1]
  if (first === undefined) throw elifError('route-path-invalid', { path })
  const { name } = wanted
  if (name !== undefined && !NAME.test(name)) throw elifError('route-name-invalid', { name })
  const module = bindingOf(withoutSuffix(wanted.module ?? first, 'module')).kebab
  const answers = { method, path, module, ...(name === undefined ? {} : { name }) }
  const command = `route:add ${method} ${path}`
  const plan = await planOf({ files, command, answers }, (app) =>
    stageRecipe(app, 'route', answers),
  )
  // Of one that is there already, nobody knows here who may.
  const isOpen = method !== 'GET' && plan.changeSet.changes.length > 0
  return isOpen ? { ...plan, remarks: [...(plan.remarks ?? []), openWrite(method, path)] } : plan
}

const openWrite = (method: string, path: string) =>
  `${method} ${path} is open: anybody may send it until its policy says who may. Production refuses to start with an open write.`

/** Names and parameters between slashes; what else a router takes is written by hand. */
const PATH = /^\/([a-z][\w-]*)(?:\/(?:[\w.~-]+|:[a-z]\w*))*$/iu

const NAME = /^[a-z][\w.-]*$/iu
