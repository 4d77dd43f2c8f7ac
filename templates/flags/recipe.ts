import { addSettings, addToPlatform, defineFeature } from '../../src/recipe/kit.ts'

export default defineFeature({
  name: 'flags',
  summary: 'Feature flags with typed names: on, off, for a share of the users, or in variants.',
  needs: [],

  async plan(app) {
    addSettings(app, {
      imports: [{ from: './framework/flags/flag-settings.ts', names: ['FlagSettings'] }],
      variables: { FLAGS: 'FlagSettings' },
      member: 'flags: read.FLAGS',
      examples: [
        {
          name: 'FLAGS',
          value: '',
          comment: 'Overrides what src/flags.ts says: newCheckout=on,search=25,price=blue',
        },
      ],
    })
    await addToPlatform(app, {
      imports: [
        { from: '#app/framework/flags/flags.ts', names: ['createFlags'] },
        { from: './flags.ts', names: ['flagDefinitions'] },
      ],
      name: 'flags',
      from: 'createFlags(flagDefinitions, config.flags)',
      needs: ['config'],
    })
  },
})
