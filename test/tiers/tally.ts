import { z } from 'zod'

export type Tally = { passed: number; failed: number; skipped: number }

const Assertion = z.object({ status: z.string(), fullName: z.string() })

const Report = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({ name: z.string(), status: z.string(), assertionResults: z.array(Assertion) }),
  ),
})

/** Counts vitest's JSON report. A file that could not be run at all counts as one failed test. */
export function tallyOf(report: unknown): Tally {
  const read = Report.parse(report)
  const broken = read.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const failed = read.numFailedTests + broken.length
  return {
    passed: read.numPassedTests,
    // An error outside of any test makes the run a failure without a failed test.
    failed: failed === 0 && !read.success ? 1 : failed,
    skipped: read.numPendingTests + read.numTodoTests,
  }
}

/** What was not tried on this machine, by name. */
export const skippedIn = (report: unknown): string[] =>
  Report.parse(report).testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => ['skipped', 'pending', 'todo'].includes(status))
      .map(({ fullName }) => fullName),
  )

export const total = (tallies: Tally[]): Tally => ({
  passed: tallies.reduce((sum, each) => sum + each.passed, 0),
  failed: tallies.reduce((sum, each) => sum + each.failed, 0),
  skipped: tallies.reduce((sum, each) => sum + each.skipped, 0),
})

/** The line that scripts read: alone, plain and last. */
export const lastLine = ({ passed, failed, skipped }: Tally) =>
  `tests: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
