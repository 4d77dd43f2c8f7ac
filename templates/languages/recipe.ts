import { addToPlatform, defineFeature } from '../../src/recipe/kit.ts'

export default defineFeature({
  name: 'languages',
  summary: 'Problems and messages of validation in the language that a caller asks for.',
  needs: [],

  async plan(app) {
    await addToPlatform(app, {
      imports: [
        { from: '#app/framework/languages/translate-problems.ts', names: ['translateProblems'] },
        { from: './languages.ts', names: ['languages'] },
      ],
      name: 'translate',
      from: 'translateProblems(languages)',
    })
  },
})
