import { addDevelopmentPackages, addPackages, defineFeature } from '../../src/recipe/kit.ts'

export default defineFeature({
  name: 'sanitize',
  summary: 'Fields that make what callers send harmless: one line, allowed HTML, names of files.',
  needs: [],

  async plan(app) {
    addPackages(app, { 'sanitize-html': '2.18.1' })
    addDevelopmentPackages(app, { '@types/sanitize-html': '2.16.2' })
  },
})
