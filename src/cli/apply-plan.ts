import type { Outcome } from '../recipe/outcome.ts'
import type { Plan } from '../recipe/plan.ts'
import { carryOut, type CarryOut, isConflict } from './carry-out.ts'

type ApplyPlan = Omit<CarryOut, 'plan' | 'local' | 'again'> & {
  /** Throws where the plan may not land any more, for what no file tells. */
  refuse: (plan: Plan) => Promise<void>
}

/** Carries out the plan of a token, which is never made anew: it lands as it was, or not at all. */
export async function applyPlan(token: string, { refuse, ...wanted }: ApplyPlan): Promise<Outcome> {
  const { takePlan } = await import('../actions/take-plan.ts')
  const { root, version } = wanted
  const take = () => takePlan({ root, token, version, at: new Date() })
  const { plan, again, local } = take()
  await refuse(plan)
  try {
    return await carryOut({ ...wanted, plan, again, local })
  } catch (fault) {
    // Somebody was quicker; taking it once more says what has become of the plan.
    if (isConflict(fault)) take()
    throw fault
  }
}
