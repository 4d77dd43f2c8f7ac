import { addRoutes, addToPlatform, defineFeature } from '../../src/recipe/kit.ts'

export default defineFeature({
  name: 'versions',
  summary:
    'Versions of the API by path, header or accept, which say when they are deprecated and end.',
  needs: [],

  async plan(app) {
    await addToPlatform(app, {
      imports: [
        { from: '#app/framework/versions/versions.ts', names: ['createVersions'] },
        { from: './versions.ts', names: ['versionDefinitions'] },
      ],
      name: 'versions',
      from: 'createVersions(versionDefinitions, clock)',
      needs: ['clock'],
    })
    await addRoutes(app, {
      imports: [],
      entry: 'platform.versions.tellApart(http)',
      needs: ['platform'],
    })
  },
})
