import { stripVTControlCharacters } from 'node:util'

import { expect, test } from 'vitest'

import { logText } from '../../src/terminal/log-text.ts'

const time = '2026-11-20T17:41:10.024Z'
const shown = (...lines: (object | string)[]) =>
  stripVTControlCharacters(
    logText(
      lines.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n'),
    ),
  )

test('shows a request in the order people ask', () => {
  const request = { requestId: '0015', method: 'GET', path: '/kites', status: 200 }
  expect(shown({ level: 'info', time, ...request, milliseconds: 4.1, msg: 'request' })).toBe(
    '17:41:10 GET /kites 200 4.1 ms',
  )
})

test('shows what else is logged with its values, its level and its stack', () => {
  const err = { message: 'no', stack: 'Error: no\n    at src/app.ts:1:1' }
  expect(
    shown(
      { level: 'info', time, msg: 'started', jobs: 3 },
      { level: 'error', time, requestId: '0015', err, msg: 'unforeseen' },
    ),
  ).toBe(
    '17:41:10 started jobs=3\n17:41:10 error unforeseen requestId="0015"\nError: no\n    at src/app.ts:1:1',
  )
})

test('leaves everything else as it is', () => {
  const lines = ['plain\ttext', '{"level":', '{"level":30,"msg":"numbered"}', '']
  expect(shown(...lines)).toBe(lines.join('\n'))
})
