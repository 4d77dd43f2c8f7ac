import type { Outcome } from '../recipe/outcome.ts'
import { carryOut, type CarryOut, isConflict } from './carry-out.ts'

/** Carries out the plan of a token, which is never made anew: it lands as it was, or not at all. */
export async function applyPlan(
  token: string,
  wanted: Omit<CarryOut, 'plan' | 'local' | 'again'>,
): Promise<Outcome> {
  const { takePlan } = await import('../actions/take-plan.ts')
  const { root, version } = wanted
  const take = () => takePlan({ root, token, version, at: new Date() })
  const { plan, again, local } = take()
  try {
    return await carryOut({ ...wanted, plan, again, local })
  } catch (fault) {
    // Somebody was quicker; taking it once more says what has become of the plan.
    if (isConflict(fault)) take()
    throw fault
  }
}
