import type { AppFacts } from './facts.ts'
import type { Rule } from './rule.ts'
import { databaseRule } from './rules/database-rule.ts'
import { dependenciesRule } from './rules/dependencies-rule.ts'
import { environmentReadRule } from './rules/environment-read-rule.ts'
import { environmentRule } from './rules/environment-rule.ts'
import { frameworkRule } from './rules/framework-rule.ts'
import { journalRule } from './rules/journal-rule.ts'
import { ledgerRule } from './rules/ledger-rule.ts'
import { migrationsRule } from './rules/migrations-rule.ts'
import { modulesRule } from './rules/modules-rule.ts'
import { nodeRule } from './rules/node-rule.ts'
import { oldMarkersRule } from './rules/old-markers-rule.ts'
import { openWritesRule } from './rules/open-writes-rule.ts'
import { parserRule } from './rules/parser-rule.ts'
import { problemsRule } from './rules/problems-rule.ts'
import { regionsRule } from './rules/regions-rule.ts'
import { secretSettingsRule } from './rules/secret-settings-rule.ts'
import { sourcesRule } from './rules/sources-rule.ts'
import { syntaxRule } from './rules/syntax-rule.ts'
import type { SourceRule } from './source-file.ts'

const laws: SourceRule[] = [
  syntaxRule,
  regionsRule,
  oldMarkersRule,
  frameworkRule,
  environmentReadRule,
  modulesRule,
  problemsRule,
  secretSettingsRule,
]

/** What can be judged without a database and without starting anything. */
export const appRules: Rule<AppFacts>[] = [sourcesRule(laws), ledgerRule, journalRule]

/** Every rule, in the order in which a person would look. */
export const rules: Rule[] = [
  nodeRule,
  dependenciesRule,
  parserRule,
  environmentRule,
  databaseRule,
  migrationsRule,
  sourcesRule([...laws, openWritesRule]),
  ledgerRule,
  journalRule,
]
