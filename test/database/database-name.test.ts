import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'

import { databaseName } from '../../src/database/database-name.ts'

const nameOf = (name: string) =>
  databaseName({ name, root: '/apps/shop' }).replace(/_[0-9a-f]{6}$/, '')

test('reads like the name of the app', () => {
  expect(databaseName({ name: 'shop', root: '/apps/shop' })).toBe('shop_88305a')
  expect(nameOf('@acme/web.shop')).toBe('acme_web_shop')
  expect(nameOf('Cafés 24')).toBe('cafes_24')
  expect(nameOf('2fast')).toBe('app_2fast')
  expect(nameOf('日本')).toBe('app')
})

test('differs for two folders and stays for one, however the folder is written', () => {
  const one = databaseName({ name: 'shop', root: '/apps/one' })
  expect(databaseName({ name: 'shop', root: '/apps/two' })).not.toBe(one)
  expect(databaseName({ name: 'shop', root: '/apps/x/../one/' })).toBe(one)
})

test('is a name that needs no quotes in any tool, whatever the app is called', () => {
  assert(
    property(string({ maxLength: 200 }), string(), (name, root) => {
      expect(databaseName({ name, root })).toMatch(/^[a-z][a-z0-9_]{0,62}$/)
    }),
  )
})
