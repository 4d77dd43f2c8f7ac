import { z } from 'zod'

import {
  bindingOf,
  defineRecipe,
  ensureModule,
  modulePath,
  mountModule,
  openReaders,
} from '../../src/recipe/kit.ts'

export default defineRecipe({
  kind: 'make',
  name: 'module',
  summary: 'A place for resources that belong together, mounted in src/app.ts.',
  needs: [],
  input: z.object({ name: z.string() }),

  async plan(app, { name }) {
    await openReaders()
    const module = bindingOf(name)
    const isThere = app.read(modulePath(module)) !== undefined
    await (isThere ? mountModule(app, module) : ensureModule(app, module))
  },
})
