import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // A worker keeps the app it has built from one file to the next.
    isolate: false,
  },
})
