import { integer } from '@oclif/core/flags'

import type { Migrated } from '../src/actions/migrate.ts'
import { ElifCommand } from '../src/cli/elif-command.ts'

export default class Migrate extends ElifCommand {
  static override summary = 'Apply the pending migrations and write database/schema.ts.'
  static override description =
    'Runs on DATABASE_URL, or on the database that elif keeps for this app. The migrations are run ' +
    'by the app itself (src/framework/database/migrate.ts), each in a transaction with its record.'
  static override examples = ['<%= config.bin %> migrate', '<%= config.bin %> migrate --steps 1']
  static override flags = {
    steps: integer({ min: 1, description: 'Apply at most so many.', helpValue: 'N' }),
  }

  async run(): Promise<Migrated> {
    const { flags } = await this.parse(Migrate)
    const { migrateApp } = await import('../src/actions/migrate.ts')
    const { migratedText, migrateEventText } = await import('../src/terminal/migration-text.ts')
    const app = await this.enterApp()
    const migrated = await migrateApp({
      app,
      environment: this.environmentOf(app),
      direction: 'up',
      ...(flags.steps === undefined ? {} : { steps: flags.steps }),
      onEvent: (event) => this.output.progress(migrateEventText(event)),
    })
    this.output.say(migratedText(migrated))
    return migrated
  }
}
