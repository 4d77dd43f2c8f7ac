import type { MigrationReport } from '../../src/actions/migrate-status.ts'
import { ElifCommand } from '../../src/cli/elif-command.ts'

export default class MigrateStatus extends ElifCommand {
  static override summary = 'Show which migrations are applied.'
  static override description =
    'Exit code 2 when one is pending, was changed after it was applied, or lost its file.'
  static override examples = ['<%= config.bin %> migrate:status']

  async run(): Promise<MigrationReport> {
    await this.parse(MigrateStatus)
    const { reportMigrations } = await import('../../src/actions/migrate-status.ts')
    const { migrationsText } = await import('../../src/terminal/migration-text.ts')
    const app = await this.openApp()
    const report = await reportMigrations({
      app,
      environment: this.environmentOf(app),
      onProgress: (doing) => this.output.progress(`${doing} …`),
    })
    this.output.say(migrationsText(report))
    if (!report.upToDate) process.exitCode = 2
    return report
  }
}
