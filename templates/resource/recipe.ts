import { z } from 'zod'

import {
  addTable,
  bindingOf,
  defineRecipe,
  ensureModule,
  migrationStamp,
  mountInModule,
  type Names,
  namesOf,
  openReaders,
  parseFields,
  render,
  resourceHoles,
  schemaTable,
  stage,
  stampMigration,
} from '../../src/recipe/kit.ts'

export default defineRecipe({
  kind: 'make',
  name: 'resource',
  summary: 'A noun with fields, from its table to its HTTP, with tests.',
  needs: ['database'],
  input: z.object({
    name: z.string(),
    plural: z.string().optional(),
    fields: z.array(z.string()).min(1),
    module: z.string().optional(),
    at: z.coerce.date(),
  }),

  async plan(app, input) {
    const names = namesOf(input.name, input.plural === undefined ? {} : { plural: input.plural })
    const module = bindingOf(input.module ?? names.plural.kebab)
    const fields = parseFields(input.fields)
    const rendered = await render('resource', {
      names: { 'paper kite': names, 'old pier': module },
      holes: resourceHoles(fields, names),
      when: {
        unique: fields.some(({ unique }) => unique),
        optional: fields.some(({ optional }) => optional),
      },
    })
    stage(app, stampMigration(rendered, migrationStamp(app, input.at)))
    await openReaders()
    addTable(app, schemaTable(fields, names.plural.snake))
    await ensureModule(app, module)
    await mountInModule(app, module, mounted(names))
  },
})

const mounted = ({ pascal, camel, kebab, plural }: Names) => ({
  imports: [
    { from: `./${kebab}-controller.ts`, names: [`${camel}Controller`] },
    { from: `./${kebab}-repository.ts`, names: [`create${pascal}Repository`] },
    { from: `./${kebab}-service.ts`, names: [`create${pascal}Service`] },
  ],
  service: {
    name: plural.camel,
    from: `create${pascal}Service({ ${plural.camel}: create${pascal}Repository(database), clock })`,
  },
  controller: `${camel}Controller(${plural.camel})`,
  prefix: `/${plural.kebab}`,
})
