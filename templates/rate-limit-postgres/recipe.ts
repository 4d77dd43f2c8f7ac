import { addToPlatform, defineFeature } from '../../src/recipe/kit.ts'

export default defineFeature({
  name: 'rate-limit-postgres',
  summary: 'Rate limits that all processes of the app count together, in PostgreSQL.',
  needs: ['database'],

  async plan(app) {
    await addToPlatform(app, {
      imports: [
        {
          from: '#app/framework/security/postgres-rate-limit-store.ts',
          names: ['createPostgresRateLimitStore'],
        },
      ],
      name: 'rateLimitStore',
      from: 'createPostgresRateLimitStore({ database, clock })',
      needs: ['database', 'clock'],
    })
  },
})
