import { openReaders } from '../source/readers.ts'
import type { Facts } from './facts.ts'
import { byGravity, type Finding } from './finding.ts'
import type { Rule } from './rule.ts'

/** What all rules find, the gravest first. */
export async function runRules(rules: Rule[], facts: Facts): Promise<Finding[]> {
  await openReaders()
  return rules.flatMap((rule) => rule(facts)).toSorted(byGravity)
}
