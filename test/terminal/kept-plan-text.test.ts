import { expect, test } from 'vitest'

import { keptPlanText } from '../../src/terminal/kept-plan-text.ts'

const path = 'database/migrations/20261120T101500-kites.ts'
const expires = '2026-11-21T10:15:00.000Z'
const apply = './elif apply 4f1c2a9be0d34f1c2a9be0d34f1c2a9b'
const kept = `Nothing was changed. The plan is kept until 2026-11-21 10:15 UTC; this carries out exactly it:
  ${apply}`

test('a plan that only adds is kept in two lines', () => {
  expect(keptPlanText({ risks: [], sql: [], expires, apply })).toBe(`\n${kept}`)
})

test('the SQL and the risks stand before them', () => {
  const up = ['create table "kites" (\n"id" uuid)', 'drop table "piers"']
  const sql = [
    { kind: 'known' as const, path, up, down: [] },
    { kind: 'partly' as const, path, up: ['select 1'], down: [], because: 'It asks.' },
    { kind: 'unknown' as const, path, because: 'no wind' },
  ]
  const risks = [{ kind: 'migration' as const, path, says: `${path} drops the table piers.` }]
  expect(keptPlanText({ risks, sql, expires, apply })).toBe(`
SQL of ${path}
  create table "kites" (
  "id" uuid);
  drop table "piers";
  -- taken back by
  -- nothing

SQL of ${path}
  -- It asks.
  select 1;
  -- taken back by
  -- nothing

SQL of ${path} is not known before it runs: no wind

  risk    ${path} drops the table piers.

${kept}`)
})
