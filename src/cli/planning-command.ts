import { boolean } from '@oclif/core/flags'

import { findAppRoot } from '../project/find-app.ts'
import type { Plan } from '../recipe/plan.ts'
import type { Change } from '../workspace/change-set.ts'
import { exitCodeOf, type Outcome } from './carry-out.ts'
import { carryOutAnew } from './carry-out-anew.ts'
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
    if (root !== undefined) await this.recoverIn(root)
  }

  /** Shows what is planned, asks where it may, applies it to the app in `root` and runs its steps. */
  protected async carryOut(
    makePlan: () => Promise<Plan>,
    flags: { 'dry-run': boolean; yes: boolean },
    more: { root?: string; brief?: boolean; local?: Change[] } = {},
  ): Promise<Outcome> {
    const root = more.root ?? (await this.openApp()).root
    const { version } = this.config
    const { 'dry-run': dryRun, yes } = flags
    const wanted = { ...more, root, version, dryRun, yes, output: this.output }
    const outcome = await carryOutAnew(makePlan, wanted)
    if (outcome.result.startsWith('applied')) this.noteLauncher(root)
    process.exitCode = exitCodeOf(outcome)
    return outcome
  }

  /** Ends first what a killed elif has begun in a folder. */
  protected recoverIn(root: string): Promise<void> {
    return recoverIn(root, this.output)
  }

  /** The answer of a command whose questions were cancelled. */
  protected decline(command: string): Outcome {
    this.output.say('Declined: nothing was changed.')
    process.exitCode = 1
    return { result: 'declined', command, changes: [], notices: [], steps: [], remarks: [] }
  }
}
