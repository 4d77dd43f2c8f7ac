import { string } from '@oclif/core/args'
import { string as text } from '@oclif/core/flags'

import { planMakeController } from '../../src/actions/make-controller.ts'
import { MakingCommand } from '../../src/cli/making-command.ts'

export default class MakeController extends MakingCommand {
  static override summary = 'Make a controller with one route and its test.'
  static override args = {
    name: string({ required: true, description: 'Such as Status or price-list.' }),
  }
  static override flags = {
    module: text({ helpValue: 'NAME', description: 'The module it goes into; without it, NAME.' }),
  }
  static override examples = [
    '<%= config.bin %> make:controller Status',
    '<%= config.bin %> make:controller PriceList --module catalog',
    '<%= config.bin %> make:controller Status --skip-existing --dry-run',
  ]

  async run() {
    const { args, flags } = await this.parse(MakeController)
    const { files } = await this.openApp()
    const wanted = { files, name: args.name, module: flags.module }
    return this.make((onExisting) => planMakeController({ ...wanted, onExisting }), flags)
  }
}
