import { string } from '@oclif/core/args'

import type { Explained } from '../src/actions/why.ts'
import { ElifCommand } from '../src/cli/elif-command.ts'
import { typedIn } from '../src/cli/typed-back.ts'

export default class Why extends ElifCommand {
  static override summary = 'Tell which runs of elif wrote a file, and whose a line is.'
  static override description =
    'With the command and version of each run, and whether the file was edited since. A line is ' +
    'elif’s when it stands in what elif rendered, or when nobody else has edited the file; where ' +
    'both have, it says so instead of guessing. Exit code 2 when the record of a run is damaged.'
  static override args = {
    file: string({ required: true, description: 'A file, or a line of it: src/app.ts:12.' }),
  }
  static override examples = [
    '<%= config.bin %> why src/app.ts',
    '<%= config.bin %> why src/app.ts:12',
    '<%= config.bin %> why src/config.ts --json',
  ]

  async run(): Promise<Explained> {
    const { args } = await this.parse(Why)
    const { explain } = await import('../src/actions/why.ts')
    const { damagedText } = await import('../src/terminal/history-text.ts')
    const { whyText } = await import('../src/terminal/why-text.ts')
    const app = await this.openApp()
    const why = await explain({ app, folder: process.cwd(), typed: args.file })
    this.output.say(typedIn(whyText(why)))
    if (why.damaged.length > 0) {
      this.output.complain(damagedText(why.damaged))
      process.exitCode = 2
    }
    return why
  }
}
