import { appFile } from '../project/layout.ts'
import { addImport } from '../source/add-import.ts'
import { insertIntoRegion } from '../source/insert-into-region.ts'
import type { Spellings } from '../text/names.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { entryAt } from './entry-at.ts'
import { calls, heldBack } from './held-back.ts'
import { modulePath } from './module-path.ts'
import { render, stage } from './stage.ts'

/** Makes a module that is not there yet; then `app.ts` builds it and mounts its routes. */
export async function ensureModule(app: Workspace, module: Spellings): Promise<void> {
  const path = modulePath(module)
  if (app.read(path) !== undefined) return
  stage(app, await render('module', { names: { 'old pier': module }, steady: true }))
  const create = `create${module.pascal}Module`
  app.edit(appFile, addImport({ from: path.replace(/^src/u, '.'), names: [create] }))
  const builds = `const ${module.camel} = ${create}(platform)`
  app.edit(
    appFile,
    insertIntoRegion({
      region: 'elif:modules',
      entry: await entryAt(app, 1, builds),
      needs: ['platform'],
      orInto: {
        function: 'createApp',
        after: ['const $module = $create(platform)'],
        before: ['const http = createHttp(config.http, platform)'],
      },
    }),
  )
  const mounts = `http.register(${module.camel}.routes)`
  const isBuilt = calls(app.read(appFile), create)
  const mount = isBuilt ? mountsRoutes(module.camel, mounts) : heldBack(module.camel, mounts)
  app.edit(appFile, mount)
}

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
