import { stripVTControlCharacters } from 'node:util'

import { expect, onTestFinished, test, vi } from 'vitest'

import { createOutput } from '../../src/cli/output.ts'
import { showDevEvent } from '../../src/cli/show-dev-event.ts'

const log = (msg: string) =>
  `${JSON.stringify({ level: 'info', time: '2026-11-20T10:15:00.000Z', msg })}\n`
const behind = log('Listening behind elif dev at http://127.0.0.1:40123')
const said = `${log('one')}${behind}${log('two')}`

function printed(text: string, mode: { verbose?: boolean; json?: boolean } = {}): string {
  let all = ''
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((each) => {
    all += String(each)
    return true
  })
  onTestFinished(() => write.mockRestore())
  const output = createOutput({ json: false, quiet: false, verbose: false, ...mode })
  showDevEvent({ kind: 'output', stream: 'stdout', text }, output)
  return stripVTControlCharacters(all)
}

test('the port behind the front door is not told', () => {
  expect(printed(said)).toBe('10:15:00 one\n10:15:00 two\n')
  expect(printed(behind)).toBe('')
})

test('--verbose and --json tell all that the app said', () => {
  expect(printed(said, { verbose: true })).toBe(said)
  expect(JSON.parse(printed(said, { json: true }))).toMatchObject({ kind: 'output', text: said })
})
