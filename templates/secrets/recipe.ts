import { addScript, addSettings, defineFeature, wrapCall } from '../../src/recipe/kit.ts'

export default defineFeature({
  name: 'secrets',
  summary: 'Secrets in a file that can be committed, encrypted by a key from the environment.',
  needs: [],

  async plan(app) {
    addScript(app, 'secrets', 'node bin/secrets.ts')
    addSettings(app, {
      imports: [{ from: './framework/config/secret.ts', names: ['secret'] }],
      variables: {
        SECRETS_KEY: "secret(z.string()).optional().describe('Opens config/secrets.json.')",
      },
      examples: [
        {
          name: 'SECRETS_KEY',
          value: '',
          comment: 'Opens config/secrets.json; npm run secrets key makes one.',
        },
      ],
    })
    app.edit(
      'src/config.ts',
      wrapCall({
        call: 'findSources(process.env)',
        by: { name: 'withSecrets', from: './framework/secrets/secret-source.ts' },
      }),
    )
  },
})
