import { string } from '@oclif/core/args'

import type { Page } from '../src/actions/explain-topic.ts'
import { ElifCommand } from '../src/cli/elif-command.ts'
import { typedIn } from '../src/cli/typed-back.ts'

export default class Explain extends ElifCommand {
  static override summary = 'Tell what a feature is for, or what the code of an error means.'
  static override description =
    'Codes are what --json gives for a fault, and what doctor and check name; inside of an app also those ' +
    'that it answers its callers with. Features are those of add.'
  static override args = {
    topic: string({ required: true, description: 'Such as static or file-in-the-way.' }),
  }
  static override examples = [
    '<%= config.bin %> explain static',
    '<%= config.bin %> explain file-in-the-way',
    '<%= config.bin %> explain resource --json',
  ]

  async run(): Promise<Page> {
    const { args } = await this.parse(Explain)
    const { explainTopic } = await import('../src/actions/explain-topic.ts')
    const { pageText } = await import('../src/terminal/page-text.ts')
    const { findAppRoot } = await import('../src/project/find-app.ts')
    const page = await explainTopic(args.topic, findAppRoot(process.cwd()))
    this.output.say(typedIn(pageText(page)))
    return page
  }
}
