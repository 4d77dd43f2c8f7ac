import { findingOf } from '../finding.ts'
import type { Rule } from '../rule.ts'

/** The database that the app would use answers. */
export const databaseRule: Rule = ({ database }) =>
  database.kind !== 'unreachable' ? [] : [findingOf('error', database.error, { path: '.env' })]
