import { string } from '@oclif/core/args'
import { boolean } from '@oclif/core/flags'

import { PlanningCommand } from '../src/cli/planning-command.ts'
import { settleMigrations } from '../src/cli/settle-migrations.ts'
import { typedIn } from '../src/cli/typed-back.ts'

export default class Remove extends PlanningCommand {
  static override summary = 'Take a feature out of the app again.'
  static override description =
    'Everything that add has written goes, whatever was written around it since; a file of it that ' +
    'you have edited stays yours. Refused, with the places, while another feature needs it or your ' +
    'code uses what would go. Where a migration of it is in the development database, a rollback comes first.'
  static override args = {
    feature: string({ required: true, description: 'One that elif.json names.' }),
  }
  static override flags = {
    'no-install': boolean({ description: 'Leave npm install to you.' }),
  }
  static override examples = [
    '<%= config.bin %> remove uploads --dry-run',
    '<%= config.bin %> remove static --yes',
  ]

  // The second time there is nothing to remove.
  protected override readonly twiceIsOnce = false

  async run() {
    const { args, flags } = await this.parse(Remove)
    const { planRemoveFeature } = await import('../src/actions/remove-feature.ts')
    const { undoText } = await import('../src/terminal/undo-text.ts')
    const wanted = { name: args.feature, install: !flags['no-install'] }
    const app = await this.openApp()
    let removal = await planRemoveFeature({ app, ...wanted })
    const { run, migrations } = removal
    this.output.say(typedIn(undoText(removal)))
    const how = { ...this.wantedBy(flags), root: app.root }
    await settleMigrations({ app, environment: this.environmentOf(app), run, migrations }, how)
    const plan = async () => {
      removal = await planRemoveFeature({ app: await this.openApp(), ...wanted })
      return removal.plan
    }
    const outcome = await this.carryOut(plan, flags)
    return { ...outcome, run, left: removal.left }
  }
}
