import { z } from 'zod'

import {
  defineRecipe,
  migrationStamp,
  render,
  spellingsOf,
  stage,
  stampMigration,
} from '../../src/recipe/kit.ts'

export default defineRecipe({
  kind: 'make',
  name: 'migration',
  summary: 'An empty migration, later than every other one.',
  needs: ['database'],
  input: z.object({ name: z.string(), at: z.coerce.date() }),

  async plan(app, { name, at }) {
    const rendered = await render('migration', {
      names: { 'tin whistle': spellingsOf(name) },
      steady: true,
    })
    stage(app, stampMigration(rendered, migrationStamp(app, at)))
  },
})
