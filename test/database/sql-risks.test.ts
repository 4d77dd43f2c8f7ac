import { expect, test } from 'vitest'

import { sqlRisks } from '../../src/database/sql-risks.ts'

test.each([
  ['drop table "kites"', 'drops the table kites.'],
  ['drop table if exists shop.kites', 'drops the table shop.kites.'],
  ['truncate "kites"', 'empties the table kites.'],
  ['delete from "kites" where true', 'deletes rows of kites.'],
  ['alter table "kites" drop column "tail"', 'drops a column of kites.'],
  ['alter table "kites" drop constraint "one"', 'drops a constraint of kites.'],
  [
    'alter table "kites" rename column "tail" to "end"',
    'renames, which running code does not know yet, in kites.',
  ],
  ['alter table "kites" alter column "tail" type text', 'locks and reads all of kites.'],
  ['alter table "kites" alter column "tail" set not null', 'locks and reads all of kites.'],
  [
    'alter table "kites" add constraint "one" unique ("tail")',
    'locks and checks all rows of kites.',
  ],
  [
    'create index "one" on "kites" ("tail")',
    'locks, while an index is built, all writes to kites.',
  ],
])('%s', (statement, says) => {
  expect(sqlRisks([statement])).toEqual([says])
})

test.each([
  'create table "kites" ("id" uuid primary key)',
  'alter table "kites" add column "tail" text',
  'alter table "kites" add constraint "one" check ("tail" > 0) not valid',
  'create index concurrently "one" on "kites" ("tail")',
  'insert into "kites" values ($1) -- $1 = drop table "kites"',
])('nothing is lost or locked by: %s', (statement) => {
  expect(sqlRisks([statement])).toEqual([])
})

test('a table that the same migration makes has no rows to lock', () => {
  const statements = ['create table "kites" ("id" uuid)', 'create index "one" on "kites" ("id")']
  expect(sqlRisks(statements)).toEqual([])
})
