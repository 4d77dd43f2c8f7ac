import { appFile } from '../project/layout.ts'
import { addImport } from '../source/add-import.ts'
import { insertIntoRegion } from '../source/insert-into-region.ts'
import { knownNames } from '../source/known-names.ts'
import { together } from '../source/together.ts'
import type { Spellings } from '../text/names.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { entryAt } from './entry-at.ts'
import { modulePath } from './module-path.ts'

/** Lets `app.ts` build a module and mount its routes; one made otherwise is its owner's to mount. */
export async function mountModule(app: Workspace, module: Spellings): Promise<void> {
  const path = modulePath(module)
  const from = path.replace(/^src/u, '.')
  const create = `create${module.pascal}Module`
  const builds = `const ${module.camel} = ${create}(platform)`
  const mounts = `http.register(${module.camel}.routes)`
  if (!isMadeBy(create, app.read(path) ?? '', path)) {
    const because = `${path} exports no function ${create} that returns routes; one that does is mounted so.`
    const paste = [`import { ${create} } from '${from}'`, builds, mounts].join('\n')
    return app.notice({ path: appFile, because, paste })
  }
  const isBuilt = app.read(appFile)?.includes(`${create}(`) ?? false
  const build = isBuilt ? [] : [buildsModule(await entryAt(app, 1, builds))]
  const mount = mountsRoutes(module.camel, mounts)
  app.edit(appFile, together(addImport({ from, names: [create] }), ...build, mount))
}

const isMadeBy = (create: string, source: string, path: string) =>
  knownNames(source, { path, function: create }) !== undefined && /\broutes\b/u.test(source)

const buildsModule = (entry: string) =>
  insertIntoRegion({
    region: 'elif:modules',
    entry,
    needs: ['platform'],
    orInto: {
      function: 'createApp',
      after: ['const $module = $create(platform)'],
      before: ['const http = createHttp($settings, platform)'],
    },
  })

const mountsRoutes = (module: string, entry: string) =>
  insertIntoRegion({
    region: 'elif:routes',
    entry,
    key: entry,
    needs: ['http', module],
    orInto: {
      function: 'createApp',
      after: ['http.register($module.routes)', 'http.register(healthRoutes(platform))'],
      before: ['return { http }'],
    },
  })
