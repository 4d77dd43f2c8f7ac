import { appFile } from '../project/layout.ts'
import { addImport } from '../source/add-import.ts'
import type { ImportRequest } from '../source/import-names.ts'
import { insertIntoRegion } from '../source/insert-into-region.ts'
import { together } from '../source/together.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { entryAt } from './entry-at.ts'

type Routes = { imports: ImportRequest[]; entry: string; needs?: string[] }

/** Lets `app.ts` register routes of a feature, behind those of the app itself. */
export async function addRoutes(app: Workspace, { imports, ...routes }: Routes): Promise<void> {
  const { needs = [] } = routes
  const mount = insertIntoRegion({
    region: 'elif:routes',
    entry: await entryAt(app, 1, routes.entry),
    needs: ['http', ...needs],
    orInto: {
      function: 'createApp',
      after: ['http.register($module.routes)', 'http.register(healthRoutes(platform))'],
      before: ['return { http }'],
    },
  })
  app.edit(appFile, together(...imports.map(addImport), mount))
}
