import { expect, test } from 'vitest'

import { shellWord } from '../../src/text/shell-word.ts'

test('a word is quoted only where a shell would take it apart', () => {
  expect(['shop', '../shop', 'my shop', 'price:decimal(10,2)', "it's"].map(shellWord)).toEqual([
    'shop',
    '../shop',
    "'my shop'",
    "'price:decimal(10,2)'",
    "'it'\\''s'",
  ])
})
