import { integer, string } from '@oclif/core/flags'

import { ElifCommand } from '../src/cli/elif-command.ts'

export default class Start extends ElifCommand {
  static override summary = 'Run the built app, on one process or on all processors.'
  static override description =
    'Runs dist/serve.js, which node runs as well: WORKERS=auto node dist/serve.js. SIGTERM lets the ' +
    'requests under way finish; SIGHUP restarts the workers one after the other, without a failed ' +
    'request. The profile is NODE_ENV, as for every start.'
  static override examples = [
    '<%= config.bin %> start',
    'NODE_ENV=production <%= config.bin %> start --workers auto',
  ]
  static override flags = {
    workers: string({
      char: 'w',
      helpValue: 'N|auto',
      description: 'How many processes share the port. Without it: WORKERS, or one.',
    }),
    port: integer({
      char: 'p',
      min: 0,
      max: 65_535,
      helpValue: 'N',
      description: 'The port to listen on. Without it: PORT or 3000.',
    }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(Start)
    const { startApp } = await import('../src/actions/start-app.ts')
    const app = await this.enterApp()
    process.exitCode = await startApp({
      app,
      environment: this.environmentOf(app),
      onHint: (hint) => this.output.progress(hint),
      ...(flags.port === undefined ? {} : { port: flags.port }),
      ...(flags.workers === undefined ? {} : { workers: flags.workers }),
    })
  }

  /** What the app prints is the output. */
  override logJson(): void {}
}
