import type { AppFacts } from './facts.ts'
import type { Rule } from './rule.ts'
import { boundaryRule } from './rules/boundary-rule.ts'
import { databaseRule } from './rules/database-rule.ts'
import { dependenciesRule } from './rules/dependencies-rule.ts'
import { environmentReadRule } from './rules/environment-read-rule.ts'
import { environmentRule } from './rules/environment-rule.ts'
import { frameworkRule } from './rules/framework-rule.ts'
import { journalRule } from './rules/journal-rule.ts'
import { ledgerRule } from './rules/ledger-rule.ts'
import { migrationsRule } from './rules/migrations-rule.ts'
import { moduleCircles } from './rules/module-circles.ts'
import { modulesRule } from './rules/modules-rule.ts'
import { nodeRule } from './rules/node-rule.ts'
import { oldMarkersRule } from './rules/old-markers-rule.ts'
import { openWritesRule } from './rules/open-writes-rule.ts'
import { parserRule } from './rules/parser-rule.ts'
import { problemBesideRule } from './rules/problem-beside-rule.ts'
import { frameworkProblemUses, problemUses } from './rules/problem-uses.ts'
import { queryRule } from './rules/query-rule.ts'
import { regionsRule } from './rules/regions-rule.ts'
import { secretSettingsRule } from './rules/secret-settings-rule.ts'
import { sourcesRule } from './rules/sources-rule.ts'
import { syntaxRule } from './rules/syntax-rule.ts'
import { unusedParts } from './rules/unused-parts.ts'
import type { SourceRule } from './source-file.ts'

const laws: SourceRule[] = [
  syntaxRule,
  regionsRule,
  oldMarkersRule,
  frameworkRule,
  boundaryRule,
  queryRule,
  environmentReadRule,
  modulesRule,
  problemBesideRule,
  secretSettingsRule,
]

/** What can only be told when all sources are seen. */
const between = [problemUses, frameworkProblemUses, moduleCircles, unusedParts]

/** What can be judged without a database and without starting anything. */
export const appRules: Rule<AppFacts>[] = [sourcesRule(laws, between), ledgerRule, journalRule]

/** Every rule, in the order in which a person would look. */
export const rules: Rule[] = [
  nodeRule,
  dependenciesRule,
  parserRule,
  environmentRule,
  databaseRule,
  migrationsRule,
  sourcesRule([...laws, openWritesRule], between),
  ledgerRule,
  journalRule,
]
