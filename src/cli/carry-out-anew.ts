import { ElifError } from '../errors/elif-error.ts'
import type { Plan } from '../recipe/plan.ts'
import { asks, carryOut, type CarryOut, type Outcome } from './carry-out.ts'

/**
 * Carries out what `makePlan` plans. When another elif was quicker and the files are no longer as
 * planned, it plans once more; not where a person agrees to a plan, which is then another one.
 */
export async function carryOutAnew(
  makePlan: () => Promise<Plan>,
  wanted: Omit<CarryOut, 'plan'>,
): Promise<Outcome> {
  try {
    return await carryOut({ ...wanted, plan: await makePlan() })
  } catch (fault) {
    if (!isOvertaken(fault) || asks(wanted)) throw fault
    wanted.output.progress('Files have changed since the plan was made: planning once more.')
    return carryOut({ ...wanted, plan: await makePlan() })
  }
}

const isOvertaken = (fault: unknown) =>
  fault instanceof ElifError && fault.code === 'change-conflicts'
