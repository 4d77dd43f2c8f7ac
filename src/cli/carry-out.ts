import type { Plan } from '../recipe/plan.ts'
import type { Output } from './output.ts'

export type Outcome = { result: 'applied' }
export type CarryOut = { plan: Plan; root: string; dryRun: boolean; yes: boolean; output: Output }

export async function carryOut({ plan, root }: CarryOut): Promise<Outcome> {
  const { applyChangeSet } = await import('../workspace/apply.ts')
  await applyChangeSet(root, plan.changeSet)
  return { result: 'applied' }
}
