import { Command } from '@oclif/core/command'
import { boolean } from '@oclif/core/flags'

import { type Environment, readEnvironment } from '../project/environment.ts'
import { findApp, type App } from '../project/find-app.ts'
import { noteLauncher } from '../project/launcher-note.ts'
import { createOutput, outputMode, type Output } from './output.ts'
import { typedBack } from './typed-back.ts'

/**
 * What every command has. A command parses, calls one action and shows the result; what `run`
 * returns is what `--json` prints. Faults are thrown; `start` is the one place that prints them.
 */
export abstract class ElifCommand extends Command {
  static override enableJsonFlag = true
  static override baseFlags = {
    json: boolean({
      description: 'Print one JSON value and nothing else.',
    }),
    quiet: boolean({ char: 'q', description: 'Print faults only.' }),
    verbose: boolean({
      description: 'Print more: versions, times, the output of steps, causes of faults.',
    }),
    'no-color': boolean({
      description: 'Print without colour (the variable NO_COLOR does the same).',
    }),
    help: boolean({ char: 'h', description: 'Show this help.' }),
  }

  readonly #output = createOutput(outputMode(this.argv))

  /** Where this command speaks: `say` a result, report `progress`, add a `detail`. */
  protected get output(): Output {
    return this.#output
  }

  /** The app this command was called in; throws `app-missing` outside of one. */
  protected openApp(): Promise<App> {
    return findApp(process.cwd(), this.config.version)
  }

  /** The app to work in, whose `./elif` finds this elif from now on when it found none. */
  protected async enterApp(): Promise<App> {
    const app = await this.openApp()
    this.noteLauncher(app.root)
    return app
  }

  protected noteLauncher(root: string): void {
    if (!noteLauncher(root, process.argv[1] ?? '')) return
    this.output.progress('Noted in .elif/local/launcher.json where ./elif finds elif.')
  }

  /** The app's `.env` under the variables of this process. */
  protected environmentOf(app: App): Environment {
    return readEnvironment(app.root, process.env)
  }

  /** A command of elif in the form that works when it is pasted: `./elif migrate`. */
  protected typed(command: string): string {
    return typedBack(command)
  }

  /** Runs to the end, the JSON value included. oclif's static `run` would load its settings anew. */
  answer(): Promise<unknown> {
    // oxlint-disable-next-line no-underscore-dangle -- oclif's own name for it
    return this._run()
  }

  override logJson(value: unknown): void {
    this.#output.printJson(value)
  }

  protected override async catch(fault: Error): Promise<never> {
    throw fault
  }
}
