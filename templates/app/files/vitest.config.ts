import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: 'test/global-setup.ts',
    // A worker keeps the app it has built, and its database, from one file to the next.
    isolate: false,
  },
})
