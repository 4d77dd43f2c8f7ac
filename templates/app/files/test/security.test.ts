import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

const text = readFileSync('SECURITY.md', 'utf8')
const named = [...text.matchAll(/^- `([^`]+)`: (.+)$/gm)].map(([, path = '', name = '']) => [
  path,
  name,
])

test.each(named)('SECURITY.md may rely on a test of %s: %s', (path, name) => {
  const tests = readFileSync(path, 'utf8')
  expect(tests).toContain(name)
  expect(tests).not.toMatch(/\b(?:test|describe)\.(?:skip|only|todo)\b/)
})

test('SECURITY.md has a word for each of ten risks', () => {
  const risks = [...text.matchAll(/^## (A\d\d) /gm)].map(([, risk]) => risk)
  expect(risks).toEqual(['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10'])
})
