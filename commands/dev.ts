import { boolean, integer } from '@oclif/core/flags'

import { ElifCommand } from '../src/cli/elif-command.ts'
import { runUntilStopped } from '../src/cli/run-until-stopped.ts'

export default class Dev extends ElifCommand {
  static override summary = 'Run the app, follow its files, keep it answering.'
  static override description =
    'Starts the database, runs the app and restarts it on a change without a failed request. While ' +
    'new code does not parse or start, the old app answers with the header x-elif-stale: 1.'
  static override examples = ['<%= config.bin %> dev', '<%= config.bin %> dev --port 4000']
  static override flags = {
    json: boolean({ description: 'Print each event as a line of JSON.' }),
    port: integer({
      char: 'p',
      min: 0,
      max: 65_535,
      helpValue: 'N',
      description: 'The port to listen on. Without it: PORT or 3000, else the next that is free.',
    }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(Dev)
    const { startDev } = await import('../src/actions/dev.ts')
    const { showDevEvent } = await import('../src/cli/show-dev-event.ts')
    const app = await this.enterApp()
    await runUntilStopped(() =>
      startDev({
        app,
        environment: () => this.environmentOf(app),
        emit: (event) => showDevEvent(event, this.output),
        ...(flags.port === undefined ? {} : { port: flags.port }),
      }),
    )
  }

  /** The events are the output. */
  override logJson(): void {}
}
