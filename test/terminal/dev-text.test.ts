import { stripVTControlCharacters } from 'node:util'

import { expect, test } from 'vitest'

import type { DevEvent } from '../../src/dev/dev-event.ts'
import { devText } from '../../src/terminal/dev-text.ts'

const shown = (...events: Exclude<DevEvent, { kind: 'output' }>[]) =>
  stripVTControlCharacters(events.map(devText).join('\n'))

test('says what runs where, and what is left to do', () => {
  expect(
    shown(
      { kind: 'database', server: 'given', where: 'shop on localhost:5432' },
      { kind: 'listening', url: 'http://127.0.0.1:3001', port: 3001, asked: 3000 },
      { kind: 'migrations', pending: ['20261120T101500-create-kites'], changed: [], missing: [] },
      { kind: 'ready', milliseconds: 401, first: true },
      {
        kind: 'routes',
        routes: [
          { method: 'GET', path: '/kites', at: { path: 'src/kites.ts', line: 7, column: 2 } },
          { method: 'DELETE', path: '/kites/:id' },
        ],
      },
      { kind: 'unmounted', modules: ['src/modules/kites/kites-module.ts'] },
    ),
  ).toBe(
    `  Database    shop on localhost:5432 (DATABASE_URL)
  App         http://127.0.0.1:3001 (port 3000 is in use)
  Migrations  1 is pending: ./elif migrate
✓ Ready in 401 ms
  GET    /kites      src/kites.ts:7
  DELETE /kites/:id
  Not mounted src/modules/kites/kites-module.ts (src/app.ts)`,
  )
})

test('names the applied migrations whose file is another one or gone', () => {
  const [changed, missing] = ['20261120T101500-create-kites', '20261120T101600-create-tails']
  expect(shown({ kind: 'migrations', pending: [], changed: [changed], missing: [missing] })).toBe(
    `  Migrations  all applied
  Changed     20261120T101500-create-kites after it was applied
  Missing     20261120T101600-create-tails was applied, and its file is gone`,
  )
})

test('shows a fault with its place, its code and what goes on meanwhile', () => {
  const fault = {
    code: 'dev-syntax',
    says: 'This does not parse: Expression expected',
    hint: 'Save it again when it does; elif dev is watching.',
    at: { path: 'src/app.ts', line: 1, column: 7 },
    frame: '> 1 | const =\n    |       ^',
  }
  expect(shown({ kind: 'failed', fault, stale: true })).toBe(
    `Error: This does not parse: Expression expected
  at src/app.ts:1:7
  Save it again when it does; elif dev is watching.
  (dev-syntax)
> 1 | const =
    |       ^
  Until then the old code answers.`,
  )
})
