import { expect, test } from 'vitest'

import { packageNameFault, suggestedPackageName } from '../../src/project/package-name.ts'

test('names that npm takes have no fault', () => {
  const good = ['shop', 'my-shop', 'shop.api', 'shop_2', '@acme/shop', '2shops', 'a']
  expect(good.filter((name) => packageNameFault(name) !== undefined)).toEqual([])
})

test.each([
  ['My Shop', 'npm takes lower case only', 'my-shop'],
  ['my shop', 'it contains a space', 'my-shop'],
  ['myShop', 'npm takes lower case only', 'my-shop'],
  ['.shop', 'it begins with "."', 'shop'],
  ['_shop', 'it begins with "_"', 'shop'],
  ['-shop', 'it begins with "-"', 'shop'],
  ['café', 'it contains "é"', 'cafe'],
  ['shop!', 'it contains "!"', 'shop'],
  ['node_modules', 'npm reserves it', 'node-modules-app'],
  ['http', 'Node has a module of that name', 'http-app'],
  ['@acme/Shop', 'npm takes lower case only', '@acme/shop'],
  ['@acme', 'a scoped name is written @scope/name', 'acme'],
  ['', 'it is empty', 'my-app'],
  ['日本', 'it contains "日"', 'my-app'],
])('%j is refused and %s', (name, fault, suggestion) => {
  expect(packageNameFault(name)).toBe(fault)
  expect(suggestedPackageName(name)).toBe(suggestion)
  expect(packageNameFault(suggestion)).toBeUndefined()
})

test('a name longer than npm takes is cut', () => {
  const name = 'a'.repeat(215)
  expect(packageNameFault(name)).toBe('it is longer than 214 characters')
  expect(suggestedPackageName(name)).toBe('a'.repeat(214))
})
