import { expect, test } from 'vitest'

import { migrateFault } from '../../src/actions/migrate-fault.ts'

const run = { root: '/shop', direction: 'up' as const, url: 'postgres://me:secret@db:5433/shop' }
const name = '20261120T101500-create-kites'

/** As the runner of an app throws it. */
function migrationError(message: string, cause?: Error) {
  return Object.assign(new Error(message, cause ? { cause } : {}), { migration: name })
}

test('names file, line and the whole answer of PostgreSQL', () => {
  const cause = Object.assign(new Error('duplicate key'), {
    detail: 'Key (id)=(1) already exists.',
    stack: `error: duplicate key
    at Parser.parseErrorMessage (file:///shop/node_modules/pg-protocol/dist/parser.js:285:11)
    at async up (file:///shop/database/migrations/${name}.ts?b4f1:12:5)`,
  })
  expect(migrateFault(migrationError('it failed', cause), run)).toMatchObject({
    code: 'migrate-failed',
    message: `The migration ${name} failed: duplicate key\n  Key (id)=(1) already exists.`,
    at: { path: `database/migrations/${name}.ts`, line: 12, column: 5 },
  })
})

test('passes on what the runner itself refuses, with paths as the user knows them', () => {
  const refused = migrationError(`/shop/database/migrations/${name}.ts exports no function down.`)
  expect(migrateFault(refused, run)).toMatchObject({
    code: 'migrate-refused',
    message: `database/migrations/${name}.ts exports no function down.`,
  })
})

test.each([
  ['ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' }],
  ['a wrong password', { code: '28P01' }],
  ['a database that is not there', { code: '3D000' }],
  ['a server that starts', { code: '57P03' }],
])('%s is a matter of the connection, told without the password', (_, properties) => {
  const fault = migrateFault(Object.assign(new Error('no'), properties), run)
  expect(fault).toMatchObject({
    code: 'database-unreachable',
    message: 'The database at shop on db:5433 cannot be reached: no',
  })
})

test('leaves alone what nobody foresaw', () => {
  const fault = new TypeError('undefined is not a function')
  expect(migrateFault(fault, run)).toBe(fault)
})
