import { expect, test } from 'vitest'

import { databaseFault } from '../../src/database/database-fault.ts'

test('a lost connection is told with its place, any other fault is left alone', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { syscall: 'connect' })
  expect(databaseFault('postgresql://ada:s3cret@db/shop', refused)).toMatchObject({
    code: 'database-unreachable',
    message: 'The database at shop on db cannot be reached: connect ECONNREFUSED',
  })
  const syntax = Object.assign(new Error('syntax error'), { code: '42601' })
  expect(databaseFault('postgresql://db/shop', syntax)).toBe(syntax)
})
