import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'

/** One thing that can be wrong with an app. It reads and changes nothing. */
export type Rule = (facts: Facts) => Finding[]
