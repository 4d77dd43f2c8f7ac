import { z } from 'zod'

import {
  addImport,
  bindingOf,
  controllerFor,
  defineRecipe,
  ensureModule,
  insertRoute,
  mountInModule,
  openReaders,
  render,
  routeLines,
  stage,
} from '../../src/recipe/kit.ts'

export default defineRecipe({
  kind: 'make',
  name: 'route',
  summary: 'A typed route in the controller of a module.',
  needs: [],
  input: z.object({
    method: z.string(),
    path: z.string(),
    module: z.string(),
    name: z.string().optional(),
  }),

  async plan(app, input) {
    const module = bindingOf(input.module)
    await openReaders()
    await ensureModule(app, module)
    const controller = controllerFor(app, module, input.path)
    const within = { ...input, path: controller.within }
    if (controller.file !== undefined) {
      app.edit(controller.file, addImport({ from: 'zod', names: ['z'] }))
      app.edit(controller.file, insertRoute(await routeLines(app, within)))
      return
    }
    const names = bindingOf(controller.prefix.slice(1))
    const { entry } = await routeLines(app, within)
    const holes = { route: entry.split('\n') }
    stage(app, await render('route', { names: { 'brass bell': names, 'old pier': module }, holes }))
    await mountInModule(app, module, {
      imports: [{ from: `./${names.kebab}-controller.ts`, names: [`${names.camel}Controller`] }],
      controller: `${names.camel}Controller()`,
      prefix: controller.prefix,
    })
  },
})
