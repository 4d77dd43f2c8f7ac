import type { Proof } from '../recipe/outcome.ts'
import { createProgress } from '../terminal/progress.ts'
import { proofText } from '../terminal/proof-text.ts'
import type { CarryOut } from './carry-out.ts'
import { catchInterruption } from './catch-interruption.ts'

/** Proves a plan on a copy of the app, and says what came of each check. */
export async function showProof(wanted: CarryOut): Promise<Proof> {
  const { plan, root, version, again = [], output } = wanted
  const { provePlan } = await import('../actions/prove-plan.ts')
  using interruption = catchInterruption()
  const proof = await provePlan({
    plan,
    root,
    version,
    again,
    signal: interruption.signal,
    onBegin: (what, why) => createProgress(what, why, output),
  })
  output.say(proofText(proof))
  return proof
}
