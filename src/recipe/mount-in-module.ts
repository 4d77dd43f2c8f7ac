import { elifError } from '../errors/elif-error.ts'
import { addImport } from '../source/add-import.ts'
import { insertIntoRegion } from '../source/insert-into-region.ts'
import { knownNames } from '../source/known-names.ts'
import { addReturnedMember } from '../source/returned-member.ts'
import { together } from '../source/together.ts'
import { laidLike } from '../template/laid-texts.ts'
import type { Spellings } from '../text/names.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { entryAt } from './entry-at.ts'
import { giveDatabase } from './module-needs.ts'
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
  refuseTakenRoute(app, path, prefix)
  if (service) {
    app.edit(path, giveDatabase)
    tellNeeds(app, module, service.name)
  }
  const routes = `http.register(${controller}, { prefix: '${prefix}' })`
  const entry = await entryAt(app, 2, routes)
  const needs = ['http', ...(service ? [service.name] : [])]
  const mount = insertIntoRegion({ region: 'elif:routes', entry, key: routes, needs })
  const made = service ? [await makesService(app, module, service)] : []
  const returned = service ? [returnsService(module, service)] : []
  app.edit(path, together(...imports.map(addImport), ...made, mount, ...returned))
  laidLike(before, app.read(path))
}

/** Looks where elif mounts a prefix: in this module, and in the one that is called like it. */
function refuseTakenRoute(app: Workspace, path: string, prefix: string): void {
  for (const each of new Set([path, modulePath({ kebab: prefix.slice(1) })])) {
    if (isMounted(app.read(each), prefix)) throw elifError('route-taken', { prefix, path: each })
  }
}

/** However the file writes its quotes and braces. */
const isMounted = (text: string | undefined, prefix: string) =>
  text !== undefined && new RegExp(`prefix:\\s*['"\`]${prefix}['"\`]`, 'u').test(text)

async function makesService(app: Workspace, module: Spellings, { name, from }: Service) {
  const entry = await entryAt(app, 1, `const ${name} = ${from}`)
  const orInto = { function: `create${module.pascal}Module`, before: ['const routes = $routes'] }
  return insertIntoRegion({ region: 'elif:resources', entry, orInto })
}

const returnsService = ({ pascal }: Spellings, { name }: Service) =>
  addReturnedMember({ function: `create${pascal}Module`, member: name })

/** A module that elif made is given both; its owner may have changed what it is given. */
function tellNeeds(app: Workspace, module: Spellings, service: string): void {
  const path = modulePath(module)
  const create = `create${module.pascal}Module`
  const known = knownNames(app.read(path) ?? '', { path, function: create })
  const missing = NEEDS.filter((need) => known && !known.has(need))
  if (missing.length === 0) return
  const because = `${create} is not given ${missing.join(' and ')}, which ${service} need.`
  const types = NEEDS.map((need) => `'${need}'`).join(' | ')
  app.notice({ path, because, paste: `({ ${NEEDS.join(', ')} }: Pick<Platform, ${types}>)` })
}

const NEEDS = ['database', 'clock']
