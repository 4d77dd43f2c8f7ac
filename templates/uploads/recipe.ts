import { addPackages, addSettings, addToPlatform, defineFeature } from '../../src/recipe/kit.ts'

export default defineFeature({
  name: 'uploads',
  summary:
    'Files that callers send, streamed to a folder, with limits and a look at what they are.',
  needs: [],

  async plan(app) {
    addPackages(app, { '@fastify/multipart': '10.1.9' })
    addSettings(app, {
      variables: {
        UPLOADS_DIRECTORY:
          "z.string().min(1).default('uploads').describe('The folder of what was sent.')",
        UPLOADS_MAX_BYTES:
          "z.coerce.number().int().min(1).default(10_485_760).describe('For each file.')",
      },
      member:
        'uploads: { directory: read.UPLOADS_DIRECTORY, maxBytes: read.UPLOADS_MAX_BYTES, maxFiles: 10 }',
      examples: [
        {
          name: 'UPLOADS_DIRECTORY',
          value: 'uploads',
          comment: 'Where uploaded files are kept; the same place for all processes of the app.',
        },
      ],
    })
    await addToPlatform(app, {
      imports: [{ from: '#app/framework/uploads/uploads.ts', names: ['createUploads'] }],
      name: 'uploads',
      from: 'createUploads(config.uploads)',
      needs: ['config'],
    })
  },
})
