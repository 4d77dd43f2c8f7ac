import { expect, test } from 'vitest'

import { formatText } from '../../src/template/format-text.ts'
import { isLaid } from '../../src/template/laid-texts.ts'
import { expectGolden } from './golden-tree.ts'
import { newApp } from './new-app.ts'

test('what elif new makes', async () => {
  const tree = await newApp('shop')
  expectGolden('new', tree)
  expect(Object.keys(tree)).toContain('elif')
})

test('what elif new makes otherwise by the preset minimal', async () => {
  const [tree, api] = [await newApp('shop', { preset: 'minimal' }), await newApp('shop')]
  const others = Object.entries(tree).filter(([path, text]) => api[path] !== text)
  expectGolden('new-minimal', Object.fromEntries(others))
  expect(Object.keys(tree).filter((path) => api[path] === undefined)).toEqual([])
  const words = Object.values(tree).flatMap((text) => text.match(/kysely|DATABASE_URL|'pg'/g) ?? [])
  expect(words).toEqual([])
})

test('an app that lists elif has one line more in its package.json', async () => {
  const path = 'package.json'
  const plain = (await newApp('shop'))[path]
  const listing = (await newApp('shop', { elif: 'file:../elif-0.1.0.tgz' }))[path] ?? ''
  expect(listing).toBe(
    plain?.replace('    "oxlint"', '    "elif": "file:../elif-0.1.0.tgz",\n    "oxlint"'),
  )
  expect(isLaid(listing)).toBe(true)
})

test.each(['a', 'shop', `@${'acme'.repeat(20)}/${'shop.io-'.repeat(10)}x`])(
  'an app called %s lies as its formatter lays it, without being formatted',
  async (name) => {
    const tree = await newApp(name)
    const loose = Object.keys(tree).filter((path) => !isLaid(tree[path] ?? ''))
    expect(loose).toEqual([])
    for (const [path, text] of Object.entries(tree)) {
      // One feature a line, whatever fits into one.
      if (path === 'elif.json') continue
      const formatted = await formatText(path, `${text}\n`)
      expect([path, formatted.trimEnd()]).toEqual([path, text.trimEnd()])
    }
  },
  120_000,
)
