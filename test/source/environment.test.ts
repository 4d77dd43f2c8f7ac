import { expect, test } from 'vitest'

import { removeEnvironmentLine, setEnvironmentLine } from '../../src/source/environment.ts'
import { edited } from './edited.ts'

const line = { name: 'MAIL_FROM', value: 'The shop <a@b.c>', comment: 'Who mails are from.' }

test.each([
  ['nothing', '', '# Who mails are from.\nMAIL_FROM="The shop <a@b.c>"\n'],
  ['LF', 'PORT=1\n', 'PORT=1\n# Who mails are from.\nMAIL_FROM="The shop <a@b.c>"\n'],
  ['CRLF', 'PORT=1\r\n', 'PORT=1\r\n# Who mails are from.\r\nMAIL_FROM="The shop <a@b.c>"\r\n'],
  ['no last line end', 'PORT=1', 'PORT=1\n# Who mails are from.\nMAIL_FROM="The shop <a@b.c>"'],
])('a variable goes last into a file with %s, once, and out again', (_name, before, after) => {
  expect(edited(setEnvironmentLine(line), before)).toBe(after)
  expect(setEnvironmentLine(line)(after)).toEqual({ kind: 'present' })
  expect(edited(removeEnvironmentLine(line), after)).toBe(before)
})

test.each(['MAIL_FROM=mine\n', 'export MAIL_FROM=mine\n', 'MAIL_FROM = "two\nlines"\n'])(
  'a value of the owner stays: %j',
  (source) => {
    expect(setEnvironmentLine(line)(source)).toEqual({ kind: 'present' })
    expect(removeEnvironmentLine(line)(source)).toEqual({ kind: 'present' })
  },
)

test('a name inside of a quoted value or a comment is not set', () => {
  const source = 'A="\nMAIL_FROM=no"\n# MAIL_FROM=no\n'
  expect(setEnvironmentLine(line)(source).kind).toBe('changed')
})
