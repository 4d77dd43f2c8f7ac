import type { Rule } from './rule.ts'
import { databaseRule } from './rules/database-rule.ts'
import { dependenciesRule } from './rules/dependencies-rule.ts'
import { environmentRule } from './rules/environment-rule.ts'
import { environmentReadRule } from './rules/environment-read-rule.ts'
import { frameworkRule } from './rules/framework-rule.ts'
import { migrationsRule } from './rules/migrations-rule.ts'
import { modulesRule } from './rules/modules-rule.ts'
import { nodeRule } from './rules/node-rule.ts'
import { openWritesRule } from './rules/open-writes-rule.ts'
import { regionsRule } from './rules/regions-rule.ts'

/** Every rule, in the order in which a person would look. */
export const rules: Rule[] = [
  nodeRule,
  dependenciesRule,
  environmentRule,
  databaseRule,
  migrationsRule,
  regionsRule,
  modulesRule,
  openWritesRule,
  frameworkRule,
  environmentReadRule,
]
