import { elifError } from '../errors/elif-error.ts'
import { addImport } from '../source/add-import.ts'
import { insertIntoRegion } from '../source/insert-into-region.ts'
import { addReturnedMember } from '../source/returned-member.ts'
import { laidLike } from '../template/laid-texts.ts'
import type { Spellings } from '../text/names.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { entryAt } from './entry-at.ts'
import { modulePath } from './module-path.ts'

/** What a module gets: imports, a service where there is one, and a controller under its prefix. */
export type Mounted = {
  imports: { from: string; names: string[] }[]
  service?: Service
  /** What makes the controller: `productController(products)`. */
  controller: string
  prefix: string
}

/** The variable that holds a service, and what it is made from. */
type Service = { name: string; from: string }

/** Puts a controller, and the service behind it, into a module's lists. */
export async function mountInModule(
  app: Workspace,
  module: Spellings,
  { imports, service, controller, prefix }: Mounted,
): Promise<void> {
  const path = modulePath(module)
  const before = app.read(path)
  if (before?.includes(`{ prefix: '${prefix}' }`)) throw elifError('route-taken', { prefix, path })
  for (const each of imports) app.edit(path, addImport(each))
  if (service) await mountService(app, module, service)
  const routes = `http.register(${controller}, { prefix: '${prefix}' })`
  const entry = await entryAt(app, 2, routes)
  app.edit(path, insertIntoRegion({ region: 'elif:routes', entry, key: routes }))
  laidLike(before, app.read(path))
}

async function mountService(app: Workspace, module: Spellings, service: Service): Promise<void> {
  const path = modulePath(module)
  const create = `create${module.pascal}Module`
  tellNeeds(app, module, service.name)
  const entry = await entryAt(app, 1, `const ${service.name} = ${service.from}`)
  const orInto = { function: create, before: ['const routes = $routes'] }
  app.edit(path, insertIntoRegion({ region: 'elif:resources', entry, orInto }))
  app.edit(path, addReturnedMember({ function: create, member: service.name }))
}

/** A module that elif made is given both; its owner may have changed what it is given. */
function tellNeeds(app: Workspace, module: Spellings, service: string): void {
  const path = modulePath(module)
  const create = `create${module.pascal}Module`
  const head = new RegExp(`function ${create}\\(([^)]*)\\)`, 'u').exec(app.read(path) ?? '')?.[1]
  const missing = NEEDS.filter((need) => head !== undefined && !head.includes(need))
  if (missing.length === 0) return
  const because = `${create} is not given ${missing.join(' and ')}, which ${service} need.`
  const types = NEEDS.map((need) => `'${need}'`).join(' | ')
  app.notice({ path, because, paste: `({ ${NEEDS.join(', ')} }: Pick<Platform, ${types}>)` })
}

const NEEDS = ['database', 'clock']
