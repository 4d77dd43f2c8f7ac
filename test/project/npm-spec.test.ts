import { expect, test } from 'vitest'

import { npmSpec } from '../../src/project/npm-spec.ts'

test.each([
  ['0.1.0', '0.1.0'],
  ['next', 'next'],
  ['https://example.com/elif-0.1.0.tgz', 'https://example.com/elif-0.1.0.tgz'],
  ['github:owner/elif', 'github:owner/elif'],
  ['./elif-0.1.0.tgz', 'file:../elif-0.1.0.tgz'],
  ['elif-0.1.0.tgz', 'file:../elif-0.1.0.tgz'],
  ['../elif', 'file:../../elif'],
  ['/packages/elif-0.1.0.tgz', 'file:../../../packages/elif-0.1.0.tgz'],
  ['file:elif', 'file:../elif'],
])('%s becomes %s, as npm reads it from the app', (spec, written) => {
  expect(npmSpec(spec, '/home/me', '/home/me/shop')).toBe(written)
})
