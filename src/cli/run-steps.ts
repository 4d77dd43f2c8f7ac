import { run } from '../process/run.ts'
import type { StepOutcome } from '../recipe/outcome.ts'
import { typedStep } from '../terminal/plan-text.ts'
import { createProgress } from '../terminal/progress.ts'
import type { Step } from '../workspace/change-set.ts'
import { catchInterruption } from './catch-interruption.ts'
import type { Output } from './output.ts'

/** Runs the steps of a plan one after another in a folder, and says what they do meanwhile. */
export async function runSteps(
  steps: Step[],
  root: string,
  output: Output,
): Promise<StepOutcome[]> {
  const outcomes: StepOutcome[] = []
  for (const step of steps) {
    const failed = outcomes.some(({ result }) => result === 'failed')
    const result = failed ? 'not-run' : await runStep(step, root, output)
    outcomes.push({ ...step, result })
  }
  return outcomes
}

async function runStep(step: Step, root: string, output: Output): Promise<'done' | 'failed'> {
  using interruption = catchInterruption()
  const { signal } = interruption
  const line = typedStep(step)
  const progress = createProgress(line, step.why, output)
  const { exitCode, output: text } = await run(step, { cwd: root, onLine: progress.line, signal })
  progress.end(exitCode === 0)
  if (exitCode === 0) return 'done'
  const says = signal.aborted ? 'was interrupted' : `ended with exit code ${exitCode}`
  const printed = signal.aborted ? '' : text.trimEnd()
  output.complain([printed, `${line} ${says}.`].filter(Boolean).join('\n'))
  return 'failed'
}
