import { boolean } from '@oclif/core/flags'

import type { Outcome } from '../recipe/outcome.ts'
import type { Plan } from '../recipe/plan.ts'
import type { CarryOut } from './carry-out.ts'
import { CarryingCommand, type CarryFlags } from './carrying-command.ts'
import { proveFlag } from './prove-flag.ts'
import { typedAgain } from './typed-again.ts'

/** A command that makes a plan for an app: it can be proved, and kept to be applied later. */
export abstract class PlanningCommand extends CarryingCommand {
  static override baseFlags = {
    ...CarryingCommand.baseFlags,
    plan: boolean({
      exclusive: ['dry-run', 'yes'],
      description:
        'Keep the plan and print a token; elif apply TOKEN carries out exactly this plan, or ' +
        'nothing when a file has changed meanwhile.',
    }),
    prove: proveFlag,
  }

  /** Whether the same words a second time change nothing; a proof looks whether it is so. */
  protected readonly twiceIsOnce: boolean = true

  protected override carryOut(
    makePlan: () => Promise<Plan>,
    flags: CarryFlags,
    more: Partial<Pick<CarryOut, 'root' | 'brief' | 'local' | 'again'>> = {},
  ): Promise<Outcome> {
    const again = this.twiceIsOnce ? typedAgain(this.id ?? '', this.argv) : []
    return super.carryOut(makePlan, flags, { again, ...more })
  }
}
