import { string } from '@oclif/core/args'

import { applyPlan } from '../src/cli/apply-plan.ts'
import { CarryingCommand } from '../src/cli/carrying-command.ts'
import { proveFlag } from '../src/cli/prove-flag.ts'
import type { Plan } from '../src/recipe/plan.ts'

export default class Apply extends CarryingCommand {
  static override summary = 'Carry out a plan that --plan has kept, exactly as it was shown.'
  static override description =
    'A token stands for every byte of its plan. Nothing is written when a file of the plan has ' +
    'changed since, when the plan is more than a day old or was applied before, when its file in ' +
    '.elif/local/plans was changed, or when another elif or another app made it.'
  static override args = {
    token: string({ required: true, description: 'What a command with --plan has printed.' }),
  }
  static override flags = { prove: proveFlag }
  static override examples = [
    '<%= config.bin %> make:resource Review stars:integer --plan',
    '<%= config.bin %> apply 4f1c2a9be0d34f1c2a9be0d34f1c2a9b',
    '<%= config.bin %> apply 4f1c2a9be0d34f1c2a9be0d34f1c2a9b --prove --json',
  ]

  async run() {
    const { args, flags } = await this.parse(Apply)
    const { findOlderApp } = await import('../src/project/find-app.ts')
    // A plan may be an upgrade of an app that an older elif has left.
    const { root } = await findOlderApp(process.cwd(), this.config.version)
    const refuse = (plan: Plan) => this.refuseMigrated(plan)
    return this.settle(await applyPlan(args.token, { ...this.wantedBy(flags), root, refuse }), root)
  }

  /** Since the plan of an undo was kept, its migrations may have been carried out. */
  private async refuseMigrated(plan: Plan) {
    if (!plan.unmigrated) return
    const { refuseMigrated } = await import('../src/actions/undo-migrations.ts')
    const app = await this.openApp()
    const onProgress = (doing: string) => this.output.progress(`${doing} …`)
    await refuseMigrated(plan, { app, environment: this.environmentOf(app), onProgress })
  }
}
