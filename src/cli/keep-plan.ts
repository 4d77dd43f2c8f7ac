import type { KeptPlan, Outcome } from '../recipe/outcome.ts'
import { keptPlanText } from '../terminal/kept-plan-text.ts'
import type { CarryOut } from './carry-out.ts'
import { typedBack } from './typed-back.ts'

/** Keeps a plan to be applied later, and says its risks, its SQL and how it is applied. */
export async function keepPlan(
  { plan, root, version, again = [], output }: CarryOut,
  outcome: Outcome & { result: 'planned' },
): Promise<KeptPlan> {
  const { migrationSql } = await import('../actions/migration-sql.ts')
  const { planRisks } = await import('../actions/plan-risks.ts')
  const { storePlan } = await import('../actions/store-plan.ts')
  const sql = await migrationSql(root, plan.changeSet)
  const risks = planRisks(plan.changeSet, sql)
  const { token, expires } = storePlan({ root, plan, version, again, at: new Date() })
  output.say(keptPlanText({ sql, risks, expires, apply: typedBack(`apply ${token}`) }))
  return { ...outcome, token, expires, version, risks, sql }
}
