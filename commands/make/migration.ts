import { string } from '@oclif/core/args'

import { planMakeMigration } from '../../src/actions/make-migration.ts'
import { PlanningCommand } from '../../src/cli/planning-command.ts'

export default class MakeMigration extends PlanningCommand {
  static override summary = 'Make an empty migration that runs after all others.'
  static override args = {
    name: string({ required: true, description: 'What it does, such as add-stock-to-products.' }),
  }
  static override examples = [
    '<%= config.bin %> make:migration add-stock-to-products',
    '<%= config.bin %> make:migration add-stock-to-products --dry-run',
  ]

  async run() {
    const { args, flags } = await this.parse(MakeMigration)
    const { files } = await this.openApp()
    const wanted = { files, name: args.name, at: new Date() }
    return this.carryOut(() => planMakeMigration(wanted), flags)
  }
}
