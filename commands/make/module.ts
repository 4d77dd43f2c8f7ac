import { string } from '@oclif/core/args'

import { planMakeModule } from '../../src/actions/make-module.ts'
import { PlanningCommand } from '../../src/cli/planning-command.ts'

export default class MakeModule extends PlanningCommand {
  static override summary = 'Make an empty module and mount it in src/app.ts.'
  static override args = {
    name: string({ required: true, description: 'Such as catalog or order-desk.' }),
  }
  static override examples = [
    '<%= config.bin %> make:module catalog',
    '<%= config.bin %> make:module catalog --dry-run',
  ]

  async run() {
    const { args, flags } = await this.parse(MakeModule)
    const { files } = await this.openApp()
    return this.carryOut(() => planMakeModule({ files, name: args.name }), flags)
  }
}
