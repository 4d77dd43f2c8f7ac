import { addRoutes, addSettings, addToPlatform, defineFeature } from '../../src/recipe/kit.ts'

export default defineFeature({
  name: 'limit-rules',
  summary: 'Rate limits and quotas that are changed while the app runs, for all or for one caller.',
  needs: ['database'],

  async plan(app) {
    addSettings(app, {
      imports: [{ from: './framework/config/secret.ts', names: ['secret'] }],
      variables: {
        LIMITS_TOKEN:
          "secret(z.string().min(32)).optional().describe('Changes limits at /_elif/limits.')",
      },
      member: 'limits: { token: read.LIMITS_TOKEN }',
      examples: [
        {
          name: 'LIMITS_TOKEN',
          value: '',
          comment: 'Lets who sends it as a bearer token change limits at /_elif/limits.',
        },
      ],
    })
    await addToPlatform(app, {
      imports: [{ from: '#app/framework/security/limit-rules.ts', names: ['createLimitRules'] }],
      name: 'limitRules',
      from: 'createLimitRules({ database, clock, log, parts })',
      needs: ['database', 'clock', 'log', 'parts'],
    })
    await addRoutes(app, {
      imports: [
        { from: '#app/framework/security/limit-rule-routes.ts', names: ['limitRuleRoutes'] },
      ],
      entry: 'http.register(limitRuleRoutes(config.limits, platform))',
      needs: ['config', 'platform'],
    })
  },
})
