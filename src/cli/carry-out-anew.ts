import type { Outcome } from '../recipe/outcome.ts'
import type { Plan } from '../recipe/plan.ts'
import { asks, carryOut, type CarryOut, isConflict } from './carry-out.ts'

/**
 * Carries out what `makePlan` plans. When another elif was quicker and the files are no longer as
 * planned, it plans once more; not where a person agrees to a plan or it was proved: that would be
 * another one.
 */
export async function carryOutAnew(
  makePlan: () => Promise<Plan>,
  wanted: Omit<CarryOut, 'plan'>,
): Promise<Outcome> {
  const plan = await makePlan()
  try {
    return await carryOut({ ...wanted, plan })
  } catch (fault) {
    if (!isConflict(fault) || wanted.prove || asks(wanted)) throw fault
    if (!(await isOvertaken(wanted.root, plan))) throw fault
    wanted.output.progress('Files have changed since the plan was made: planning once more.')
    return carryOut({ ...wanted, plan: await makePlan() })
  }
}

/** A path that cannot be written at all is in the way of the next plan too. */
async function isOvertaken(root: string, { changeSet }: Plan): Promise<boolean> {
  const { findConflicts } = await import('../workspace/find-conflicts.ts')
  const conflicts = await findConflicts(root, changeSet)
  return conflicts.some(({ kind }) => kind === 'changed' || kind === 'missing' || kind === 'covers')
}
