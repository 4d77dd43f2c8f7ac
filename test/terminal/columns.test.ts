import { expect, test } from 'vitest'

import { columns, pageWidth } from '../../src/terminal/columns.ts'

test('second cells begin below each other and are broken before the page ends', () => {
  const rows: [string, string][] = [
    ['--yes', 'Do not ask before a plan is applied.'],
    ['--dry-run', 'Change nothing.'],
    ['--empty', ''],
  ]
  expect(columns(rows, '  ', 34)).toEqual([
    '  --yes      Do not ask before a',
    '             plan is applied.',
    '  --dry-run  Change nothing.',
    '  --empty',
  ])
})

test('without a terminal a page is a hundred characters wide', () => {
  expect(pageWidth()).toBe(100)
})
