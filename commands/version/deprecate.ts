import { string } from '@oclif/core/args'
import { string as text } from '@oclif/core/flags'

import { PlanningCommand } from '../../src/cli/planning-command.ts'

export default class VersionDeprecate extends PlanningCommand {
  static override summary = 'Let a version of the API say that it is deprecated, and when it ends.'
  static override description =
    'Its answers carry the header deprecation from then on, and sunset where there is a day for it. ' +
    'From that day on the version answers 410. Days are those of UTC.'
  static override args = {
    name: string({ required: true, description: 'A version that src/versions.ts has.' }),
  }
  static override flags = {
    on: text({ helpValue: 'DATE', description: 'Since when; today, unless it says so already.' }),
    sunset: text({ helpValue: 'DATE', description: 'The day from which on it is gone.' }),
    link: text({ helpValue: 'URL', description: 'What tells callers how to go on.' }),
  }
  static override examples = [
    '<%= config.bin %> version:deprecate 1 --sunset 2027-06-30',
    '<%= config.bin %> version:deprecate 1 --on 2027-01-01 --link https://example.com/v2',
  ]

  async run() {
    const { args, flags } = await this.parse(VersionDeprecate)
    const { files } = await this.openApp()
    const { planDeprecateVersion } = await import('../../src/actions/plan-version.ts')
    const { on, sunset, link } = flags
    const wanted = { files, name: args.name, at: new Date(), on, sunset, link }
    return this.carryOut(() => planDeprecateVersion(wanted), flags)
  }
}
