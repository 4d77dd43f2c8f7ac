import type { Spellings } from '../text/names.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { fittedModule } from './module-needs.ts'
import { modulePath } from './module-path.ts'
import { mountModule } from './mount-module.ts'
import { render, stage } from './stage.ts'

/** Makes a module that is not there yet; then `app.ts` builds it and mounts its routes. */
export async function ensureModule(app: Workspace, module: Spellings): Promise<void> {
  if (app.read(modulePath(module)) !== undefined) return
  const rendered = await render('module', { names: { 'old pier': module }, steady: true })
  stage(app, fittedModule(app, rendered))
  await mountModule(app, module)
}
