import { defineConfig } from 'vitest/config'

import { isFull } from './test/tiers/full.ts'

/** `fast` needs neither network nor a made app; `slow` makes, installs, boots and calls real apps. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: ['test/slow/**'],
          testTimeout: isFull ? 600_000 : 20_000,
          // All processors: of two, vitest would leave one idle.
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'slow',
          include: ['test/slow/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          globalSetup: 'test/made-app/global-setup.ts',
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
