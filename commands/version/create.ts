import { string } from '@oclif/core/args'
import { boolean } from '@oclif/core/flags'

import { PlanningCommand } from '../../src/cli/planning-command.ts'

export default class VersionCreate extends PlanningCommand {
  static override summary = 'Add a version of the API to src/versions.ts.'
  static override description =
    'It has no routes yet: version:migrate lets it answer what another version answers, or mount ' +
    'its own in src/app.ts.'
  static override args = {
    name: string({ required: true, description: 'Such as 2 or 2026-01-31.' }),
  }
  static override flags = {
    current: boolean({ description: 'From now on the current one.' }),
  }
  static override examples = [
    '<%= config.bin %> version:create 2',
    '<%= config.bin %> version:create 2 --current --dry-run',
  ]

  async run() {
    const { args, flags } = await this.parse(VersionCreate)
    const { files } = await this.openApp()
    const { planCreateVersion } = await import('../../src/actions/plan-version.ts')
    const wanted = { files, name: args.name, current: flags.current }
    return this.carryOut(() => planCreateVersion(wanted), flags)
  }
}
