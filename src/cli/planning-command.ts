import { boolean } from '@oclif/core/flags'

import type { Plan } from '../recipe/plan.ts'
import { carryOut, type Outcome } from './carry-out.ts'
import { ElifCommand } from './elif-command.ts'

/** A command that makes a plan: it is shown, confirmed and applied in one way for all of them. */
export abstract class PlanningCommand extends ElifCommand {
  static override baseFlags = {
    ...ElifCommand.baseFlags,
    'dry-run': boolean({ description: 'Show what would happen and change nothing.' }),
    yes: boolean({
      char: 'y',
      description:
        'Do not ask. Without a terminal elif never asks: a plan that only adds is applied, ' +
        'one that takes something away needs this flag.',
    }),
  }

  /** Shows the plan, asks where it may, applies it to the app in `root` and runs its steps. */
  protected carryOut(
    plan: Plan,
    flags: { 'dry-run': boolean; yes: boolean },
    root = this.openApp().root,
  ): Promise<Outcome> {
    return carryOut({ plan, root, dryRun: flags['dry-run'], yes: flags.yes, output: this.output })
  }
}
