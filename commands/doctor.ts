import type { Diagnosis } from '../src/actions/doctor.ts'
import { ElifCommand } from '../src/cli/elif-command.ts'
import { typedIn } from '../src/cli/typed-back.ts'

export default class Doctor extends ElifCommand {
  static override summary = 'Look for what is wrong with the app, and change nothing.'
  static override description =
    'Node, packages, environment, database, migrations, open writes, and all that check looks at. ' +
    'Exit code 2 when an error or a warning is found.'
  static override examples = ['<%= config.bin %> doctor', '<%= config.bin %> doctor --json']

  async run(): Promise<Diagnosis> {
    await this.parse(Doctor)
    const { examine } = await import('../src/actions/doctor.ts')
    const { findingsSummary, findingsText } = await import('../src/terminal/findings-text.ts')
    const app = await this.openApp()
    const diagnosis = await examine({
      app,
      environment: this.environmentOf(app),
      onProgress: (doing) => this.output.progress(`${doing} …`),
    })
    const { database, findings, healthy } = diagnosis
    if (findings.length > 0) this.output.say(`${typedIn(findingsText(findings))}\n`)
    this.output.say(`Database: ${database}\n${findingsSummary(findings)}`)
    if (!healthy) process.exitCode = 2
    return diagnosis
  }
}
