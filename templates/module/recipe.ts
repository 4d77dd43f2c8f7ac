import { z } from 'zod'

import { bindingOf, defineRecipe, ensureModule, openReaders } from '../../src/recipe/kit.ts'

export default defineRecipe({
  name: 'module',
  summary: 'A place for resources that belong together, mounted in src/app.ts.',
  needs: [],
  input: z.object({ name: z.string() }),

  async plan(app, { name }) {
    await openReaders()
    await ensureModule(app, bindingOf(name))
  },
})
