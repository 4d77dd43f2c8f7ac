import { relative } from 'node:path'

import { z } from 'zod'

import { attackGroups } from './attack-groups.ts'

/** So many cases of one kind of attack, and those that the app did not withstand. */
export type AttackTally = { what: string; cases: number; failures: string[] }

/** What vitest writes with `--reporter=json`. */
const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ title: z.string(), status: z.string() })),
    }),
  ),
})

/** Counts by kind of attack what a run of the app's tests has reported. */
export function attacksIn(report: unknown, app: string): AttackTally[] {
  const { testResults } = Report.parse(report)
  const cases = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((each) => ({ path: relative(app, name), ...each })),
  )
  return attackGroups.map(({ what, files }) => {
    const own = cases.filter(({ path, status }) => files.test(path) && status !== 'skipped')
    const failed = own.filter(({ status }) => status !== 'passed')
    return { what, cases: own.length, failures: failed.map(({ title }) => title) }
  })
}
