import { string } from '@oclif/core/args'

import { PlanningCommand } from '../../src/cli/planning-command.ts'

export default class VersionMigrate extends PlanningCommand {
  static override summary = 'Let a version of the API answer all that another one answers.'
  static override description =
    'Mounts in src/app.ts the same routes under the other name, so that both run the same code. Then ' +
    'replace, in the newer one, what shall be different there.'
  static override args = {
    from: string({ required: true, description: 'The version that has routes.' }),
    to: string({ required: true, description: 'The version that has none yet.' }),
  }
  static override examples = [
    '<%= config.bin %> version:migrate 1 2',
    '<%= config.bin %> version:migrate 1 2 --dry-run',
  ]

  async run() {
    const { args, flags } = await this.parse(VersionMigrate)
    const { files } = await this.openApp()
    const { planMigrateVersion } = await import('../../src/actions/migrate-version.ts')
    return this.carryOut(() => planMigrateVersion({ files, ...args }), flags)
  }
}
