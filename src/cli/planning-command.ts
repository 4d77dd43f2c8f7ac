import { boolean } from '@oclif/core/flags'

import { findAppRoot } from '../project/find-app.ts'
import type { Plan } from '../recipe/plan.ts'
import { carryOut, exitCodeOf, type Outcome } from './carry-out.ts'
import { ElifCommand } from './elif-command.ts'
import { recoverIn } from './recover-in.ts'

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

  /** Ends first what a killed elif has begun here, so that the plan is made from whole files. */
  protected override async init(): Promise<void> {
    await super.init()
    const root = findAppRoot(process.cwd())
    if (root !== undefined) await recoverIn(root, this.output)
  }

  /** Shows the plan, asks where it may, applies it to the app in `root` and runs its steps. */
  protected async carryOut(
    plan: Plan,
    flags: { 'dry-run': boolean; yes: boolean },
    root = this.openApp().root,
  ): Promise<Outcome> {
    const { version } = this.config
    const { 'dry-run': dryRun, yes } = flags
    const outcome = await carryOut({ plan, root, version, dryRun, yes, output: this.output })
    process.exitCode = exitCodeOf(outcome)
    return outcome
  }
}
