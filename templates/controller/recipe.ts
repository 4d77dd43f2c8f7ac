import { z } from 'zod'

import {
  bindingOf,
  defineRecipe,
  ensureModule,
  mountInModule,
  openReaders,
  render,
  stage,
} from '../../src/recipe/kit.ts'

export default defineRecipe({
  kind: 'make',
  name: 'controller',
  summary: 'A controller with one route, mounted in a module.',
  needs: [],
  input: z.object({ name: z.string(), module: z.string().optional() }),

  async plan(app, input) {
    const names = bindingOf(input.name)
    const module = bindingOf(input.module ?? input.name)
    stage(
      app,
      await render('controller', {
        names: { 'tin whistle': names, 'old pier': module },
        steady: true,
      }),
    )
    await openReaders()
    await ensureModule(app, module)
    const controller = `${names.camel}Controller`
    await mountInModule(app, module, {
      imports: [{ from: `./${names.kebab}-controller.ts`, names: [controller] }],
      controller: `${controller}()`,
      prefix: `/${names.kebab}`,
    })
  },
})
