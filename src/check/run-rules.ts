import { openReaders } from '../source/readers.ts'
import { byGravity, type Finding } from './finding.ts'
import type { Rule } from './rule.ts'
import { spareMemory } from './spare-memory.ts'

/** What all rules find, the gravest first. */
export async function runRules<Asked>(rules: Rule<Asked>[], facts: Asked): Promise<Finding[]> {
  spareMemory()
  await openReaders()
  return rules.flatMap((rule) => rule(facts)).toSorted(byGravity)
}
