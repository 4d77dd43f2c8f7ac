import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'

/** One thing that can be wrong with an app, by the facts it asks for. It changes nothing. */
export type Rule<Asked = Facts> = (facts: Asked) => Finding[]
