import { addToPlatform, defineFeature } from '../../src/recipe/kit.ts'

export default defineFeature({
  name: 'sse',
  summary:
    'Server-sent events: streams with ids that go on where they broke off, and end with the app.',
  needs: [],

  async plan(app) {
    await addToPlatform(app, {
      imports: [{ from: '#app/framework/sse/event-streams.ts', names: ['createEventStreams'] }],
      name: 'eventStreams',
      from: 'createEventStreams(lifecycle)',
      needs: ['lifecycle'],
    })
  },
})
