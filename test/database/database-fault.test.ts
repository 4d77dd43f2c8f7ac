import { expect, test } from 'vitest'

import { databaseFault, withoutSecrets } from '../../src/database/database-fault.ts'

test('a URL is shown without its secrets', () => {
  expect(withoutSecrets('postgresql://ada:s3cret@db:5432/shop?sslmode=require')).toBe(
    'postgresql://ada@db:5432/shop?sslmode=require',
  )
  expect(withoutSecrets('postgresql://db/shop?user=ada&password=s3cret&sslkey=/k')).toBe(
    'postgresql://db/shop?user=ada',
  )
  expect(withoutSecrets('s3cret')).toBe('DATABASE_URL, which is not a URL,')
})

test('a lost connection is told with its place, any other fault is left alone', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { syscall: 'connect' })
  expect(databaseFault('postgresql://ada:s3cret@db/shop', refused)).toMatchObject({
    code: 'database-unreachable',
    message: 'The database at postgresql://ada@db/shop cannot be reached: connect ECONNREFUSED',
  })
  const syntax = Object.assign(new Error('syntax error'), { code: '42601' })
  expect(databaseFault('postgresql://db/shop', syntax)).toBe(syntax)
})
