import { boolean } from '@oclif/core/flags'

import { findAppRoot } from '../project/find-app.ts'
import type { Outcome } from '../recipe/outcome.ts'
import type { Plan } from '../recipe/plan.ts'
import { exitCodeOf, type CarryOut } from './carry-out.ts'
import { carryOutAnew } from './carry-out-anew.ts'
import { ElifCommand } from './elif-command.ts'
import { recoverIn } from './recover-in.ts'

/** The flags by which a person says how far a plan shall go; a command may lack the later ones. */
export type CarryFlags = {
  'dry-run': boolean
  yes: boolean
  diff?: boolean
  plan?: boolean
  prove?: boolean
}

/** A command that carries out a plan: shown, confirmed and applied in one way for all of them. */
export abstract class CarryingCommand extends ElifCommand {
  static override baseFlags = {
    ...ElifCommand.baseFlags,
    'dry-run': boolean({ description: 'Show what would happen and change nothing.' }),
    diff: boolean({
      description: 'Show the contents of new and deleted files, not only what is edited.',
    }),
    yes: boolean({
      char: 'y',
      description:
        'Do not ask. Without a terminal elif never asks: a plan that only adds is applied, ' +
        'one that takes something away needs this flag.',
    }),
  }

  /** Whether this call makes a plan at all: one that only looks must leave everything as it is. */
  protected readonly plans: boolean = true

  /** Ends first what a killed elif has begun here, so that the plan is made from whole files. */
  protected override async init(): Promise<void> {
    await super.init()
    if (!this.plans) return
    const root = findAppRoot(process.cwd())
    if (root !== undefined) await this.recoverIn(root)
  }

  /** Shows what is planned, asks where it may, applies it to the app in `root` and runs its steps. */
  protected async carryOut(
    makePlan: () => Promise<Plan>,
    flags: CarryFlags,
    more: Partial<Pick<CarryOut, 'root' | 'brief' | 'local' | 'again'>> = {},
  ): Promise<Outcome> {
    const root = more.root ?? (await this.openApp()).root
    const outcome = await carryOutAnew(makePlan, { ...more, ...this.wantedBy(flags), root })
    return this.settle(outcome, root)
  }

  /** What the flags ask for, as carrying out takes it. */
  protected wantedBy(flags: CarryFlags): Omit<CarryOut, 'plan' | 'root'> {
    const { 'dry-run': dryRun, yes, diff = false, plan: keep = false, prove = false } = flags
    const { version } = this.config
    return { version, dryRun, yes, diff, keep, prove, output: this.output }
  }

  /** Ends a command with what became of its plan. */
  protected settle(outcome: Outcome, root: string): Outcome {
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
