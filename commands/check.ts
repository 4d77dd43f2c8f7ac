import type { Checked } from '../src/actions/check.ts'
import { ElifCommand } from '../src/cli/elif-command.ts'
import { typedIn } from '../src/cli/typed-back.ts'

export default class Check extends ElifCommand {
  static override summary = 'Check the files of the app, without a database and without running it.'
  static override description =
    'Syntax, regions, the ledger in .elif, modules that app.ts does not mount, who imports what, ' +
    'and who reads the environment. Exit code 2 when something is found.'
  static override examples = ['<%= config.bin %> check', '<%= config.bin %> check --json']

  async run(): Promise<Checked> {
    await this.parse(Check)
    const { checkApp } = await import('../src/actions/check.ts')
    const { findingsSummary, findingsText } = await import('../src/terminal/findings-text.ts')
    const checked = await checkApp((await this.openApp()).files)
    const { findings, healthy } = checked
    if (findings.length > 0) this.output.say(`${typedIn(findingsText(findings))}\n`)
    this.output.say(findingsSummary(findings))
    if (!healthy) process.exitCode = 2
    return checked
  }
}
