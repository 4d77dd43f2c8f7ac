import { expect, test } from 'vitest'

import { upgradeText } from '../../src/terminal/upgrade-text.ts'

const none = { changes: [], conflicts: [], notices: [] }
const versions = { from: '0.1.0', to: '0.2.0' }

test('an app that is up to date is told in a line', () => {
  expect(upgradeText({ upToDate: true, ...versions, ...none })).toBe(
    'The app is up to date with elif 0.2.0.',
  )
})

test('an upgrade is told file by file, and behind them what stands in its way', () => {
  const hunk = { base: 'a\n', mine: 'b\n', theirs: 'c\n' }
  const text = upgradeText({
    upToDate: false,
    ...versions,
    changes: [
      { kind: 'create', path: 'src/new.ts' },
      { kind: 'edit', path: 'src/app.ts' },
    ],
    conflicts: [
      {
        path: 'src/config.ts',
        hunks: [
          { line: 3, ...hunk },
          { line: 9, ...hunk },
        ],
      },
    ],
    notices: [{ path: 'src/own.ts', because: 'It is in the way.', paste: 'export {}' }],
  })
  expect(text).toBe(
    [
      'An upgrade from elif 0.1.0 to 0.2.0 is waiting:',
      '  create  src/new.ts',
      '  edit    src/app.ts',
      '  You and elif have changed the same lines: src/config.ts:3',
      '  You and elif have changed the same lines: src/config.ts:9',
      '  src/own.ts: It is in the way.',
    ].join('\n'),
  )
})

test('the same version may render otherwise', () => {
  const changes = [{ kind: 'edit' as const, path: 'src/app.ts' }]
  expect(upgradeText({ upToDate: false, from: '0.2.0', to: '0.2.0', ...none, changes })).toBe(
    'elif 0.2.0 renders some files otherwise:\n  edit    src/app.ts',
  )
})
