import { string } from '@oclif/core/flags'

import type { Checked } from '../src/actions/check.ts'
import { ElifCommand } from '../src/cli/elif-command.ts'
import { typedIn } from '../src/cli/typed-back.ts'

export default class Check extends ElifCommand {
  static override summary = 'Check the files of the app, without a database and without running it.'
  static override description =
    'Syntax, regions, the ledger in .elif, modules that app.ts does not mount or that need each other in a circle, ' +
    'imports, queries, error codes, who reads the environment. Exit code 2 when an error or a warning is found. With ' +
    '--only and --base it checks something else: that the change since a commit stays inside the named regions.'
  static override flags = {
    only: string({
      multiple: true,
      multipleNonGreedy: true,
      dependsOn: ['base'],
      helpValue: 'NAME',
      description: 'A region that may have changed, or FILE:NAME. Repeatable.',
    }),
    base: string({
      dependsOn: ['only'],
      helpValue: 'REV',
      description: 'The commit, branch or tag that the work began from.',
    }),
  }
  static override examples = [
    '<%= config.bin %> check',
    '<%= config.bin %> check --json',
    '<%= config.bin %> check --only custom:product --base main',
  ]

  async run(): Promise<Checked> {
    const { flags } = await this.parse(Check)
    const { findingsSummary, findingsText } = await import('../src/terminal/findings-text.ts')
    const checked = await this.#checked(flags)
    const { findings, healthy } = checked
    if (findings.length > 0) this.output.say(`${typedIn(findingsText(findings))}\n`)
    this.output.say(findingsSummary(findings))
    if (!healthy) process.exitCode = 2
    return checked
  }

  async #checked({
    only,
    base,
  }: {
    only: string[] | undefined
    base: string | undefined
  }): Promise<Checked> {
    const app = await this.openApp()
    if (only !== undefined && base !== undefined) {
      const { checkOnly } = await import('../src/actions/check-only.ts')
      return checkOnly({ app, only, base })
    }
    const { checkApp } = await import('../src/actions/check.ts')
    return checkApp(app.files)
  }
}
