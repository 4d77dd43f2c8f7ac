import { boolean, integer } from '@oclif/core/flags'

import type { Migrated } from '../../src/actions/migrate.ts'
import { ElifCommand } from '../../src/cli/elif-command.ts'
import { askWhether, canAsk } from '../../src/terminal/prompts.ts'

export default class MigrateRollback extends ElifCommand {
  static override summary = 'Take back the last batch of migrations.'
  static override description =
    'Runs the down of each, newest first, and forgets it. With NODE_ENV=production it asks, and ' +
    'without a terminal it wants --yes.'
  static override examples = [
    '<%= config.bin %> migrate:rollback',
    '<%= config.bin %> migrate:rollback --steps 1',
  ]
  static override flags = {
    steps: integer({ min: 1, description: 'Take back the last N instead.', helpValue: 'N' }),
    yes: boolean({ char: 'y', description: 'In production: do not ask.' }),
  }

  async run(): Promise<Migrated> {
    const { flags } = await this.parse(MigrateRollback)
    const { migrateApp, needsConfirmation } = await import('../../src/actions/migrate.ts')
    const { migratedText, migrateEventText } = await import('../../src/terminal/migration-text.ts')
    const app = await this.enterApp()
    const environment = this.environmentOf(app)
    const asks = !flags.yes && !flags.json && needsConfirmation(environment, 'down') && canAsk()
    const migrated = await migrateApp({
      app,
      environment,
      direction: 'down',
      confirmed: flags.yes || (asks && (await this.agreed())),
      ...(flags.steps === undefined ? {} : { steps: flags.steps }),
      onEvent: (event) => this.output.progress(migrateEventText(event)),
    })
    this.output.say(migratedText(migrated))
    return migrated
  }

  private async agreed(): Promise<boolean> {
    return (await askWhether('NODE_ENV is production. Take migrations back?', false)) ?? false
  }
}
