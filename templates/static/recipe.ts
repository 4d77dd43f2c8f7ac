import { addPackages, addRoutes, addSettings, defineFeature } from '../../src/recipe/kit.ts'

export default defineFeature({
  name: 'static',
  summary: 'Files of one folder over HTTP, with ranges, validators and cache headers.',
  needs: [],

  async plan(app) {
    addPackages(app, { '@fastify/send': '4.2.1' })
    addSettings(app, {
      variables: {
        STATIC_DIRECTORY:
          "z.string().min(1).default('public').describe('The folder that is served.')",
      },
      member: "static: { directory: read.STATIC_DIRECTORY, prefix: '/assets/', maxAge: 300 }",
      examples: [
        {
          name: 'STATIC_DIRECTORY',
          value: 'public',
          comment: 'The folder that is served under /assets/.',
        },
      ],
    })
    await addRoutes(app, {
      imports: [{ from: '#app/framework/static/static-files.ts', names: ['staticFiles'] }],
      entry: 'http.register(staticFiles(config.static))',
      needs: ['config'],
    })
  },
})
