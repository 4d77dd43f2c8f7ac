import { expect, test } from 'vitest'

import { placeOfDatabase, whereOf } from '../../src/database/database-place.ts'

test('names a database without user and password, and never a socket of elif', () => {
  expect(whereOf('postgres://me:secret@localhost/shop')).toBe('shop on localhost')
  expect(whereOf('postgres://db/shop?user=me&password=secret&sslkey=/k')).toBe('shop on db')
  expect(whereOf('not a url')).toBe('DATABASE_URL')
  const url = 'postgresql://elif@localhost:5432/shop_1?host=%2Ftmp%2Fsockets'
  expect(placeOfDatabase({ url, server: 'given' })).toBe('shop_1 on /tmp/sockets')
  expect(placeOfDatabase({ url, server: 'durable' })).toBe('shop_1 on the PostgreSQL elif keeps')
})
