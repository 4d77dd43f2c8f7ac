import { defineConfig } from 'vitest/config'

import { isFull } from './test/tiers/full.ts'

/** Neither network nor a made app, but seconds each: whole upgrades, processes, many histories. */
const thorough = [
  'test/actions/{features,repair,undo}.test.ts',
  'test/actions/*.property.test.ts',
  'test/cli/{apply,command-line,existing,features}.test.ts',
  'test/dev/run-dev.test.ts',
  'test/recipe/{own-format,plan-schema}.test.ts',
  'test/source/merge/*.property.test.ts',
  'test/upgrade/**/*.test.ts',
  'test/workspace/{crash,race}.test.ts',
]

/**
 * `fast` and `thorough` need neither network nor a made app; `slow` makes, installs, boots and calls
 * real apps. `without-oxc` edits sources once more where oxc's native package does not load.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: ['test/slow/**', ...thorough],
          testTimeout: isFull ? 600_000 : 20_000,
          // All processors: of two, vitest would leave one idle.
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'thorough',
          include: thorough,
          testTimeout: isFull ? 600_000 : 60_000,
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'without-oxc',
          include: ['test/source/*.test.ts'],
          // Thousands of random cases are for the parser that is quick.
          exclude: ['test/source/*.property.test.ts'],
          testTimeout: isFull ? 600_000 : 20_000,
          maxWorkers: '100%',
          // What is loaded anew for each file costs more than what it does.
          isolate: false,
          env: { NAPI_RS_NATIVE_LIBRARY_PATH: '/there/is/none' },
        },
      },
      {
        test: {
          name: 'slow',
          include: ['test/slow/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers: 2,
          globalSetup: 'test/made-app/global-setup.ts',
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
