import { Command } from '@oclif/core/command'
import { boolean } from '@oclif/core/flags'

import { readEnvironment } from '../project/environment.ts'
import { findApp, type App } from '../project/find-app.ts'
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
      helpGroup: 'EVERYWHERE',
    }),
    quiet: boolean({ char: 'q', description: 'Print faults only.', helpGroup: 'EVERYWHERE' }),
    verbose: boolean({ description: 'Print every detail.', helpGroup: 'EVERYWHERE' }),
    'no-color': boolean({
      description: 'Print without colour (the variable NO_COLOR does the same).',
      helpGroup: 'EVERYWHERE',
    }),
    help: boolean({ char: 'h', description: 'Show this help.', helpGroup: 'EVERYWHERE' }),
  }

  readonly #output = createOutput(outputMode(this.argv))

  /** Where this command speaks: `say` a result, report `progress`, add a `detail`. */
  protected get output(): Output {
    return this.#output
  }

  /** The app this command was called in; throws `app-missing` outside of one. */
  protected openApp(): App {
    return findApp(process.cwd())
  }

  /** The app's `.env` under the variables of this process. */
  protected environmentOf(app: App): Record<string, string | undefined> {
    return readEnvironment(app.root, process.env)
  }

  /** A command of elif in the form that works when it is pasted: `./elif migrate`. */
  protected typed(command: string): string {
    return typedBack(command)
  }

  override logJson(value: unknown): void {
    this.#output.printJson(value)
  }

  protected override async catch(fault: Error): Promise<never> {
    throw fault
  }
}
