import type { Diagnosis } from '../src/actions/doctor.ts'
import { fixFlags } from '../src/cli/fix-flags.ts'
import { PlanningCommand } from '../src/cli/planning-command.ts'
import { typedIn } from '../src/cli/typed-back.ts'
import type { Outcome } from '../src/recipe/outcome.ts'

export default class Doctor extends PlanningCommand {
  static override summary = 'Look for what is wrong with the app, and change nothing but by --fix.'
  static override description =
    'Node, packages, environment, database, migrations, open writes, and all that check looks at. ' +
    'Exit code 2 when an error or a warning is found.\n\n' +
    'With --fix it plans to mend what can be mended without a doubt: markers of an earlier elif ' +
    'are written as custom: regions, a marker with a wrong name gets the one that elif rendered, ' +
    'and modules as elif makes them are mounted in src/app.ts. When the plan is carried out, it ' +
    'says what is left.'
  static override baseFlags = fixFlags
  static override examples = [
    '<%= config.bin %> doctor',
    '<%= config.bin %> doctor --json',
    '<%= config.bin %> doctor --fix --dry-run',
    '<%= config.bin %> doctor --fix --yes',
  ]

  protected override readonly plans = this.argv.includes('--fix')

  async run(): Promise<Diagnosis | Outcome | (Diagnosis & Outcome)> {
    const { flags } = await this.parse(Doctor)
    if (!flags.fix) return this.#examined()
    const { planFixes } = await import('../src/actions/doctor-fix.ts')
    const { files } = await this.openApp()
    const outcome = await this.carryOut(() => planFixes(files), flags)
    // Nothing is mended yet of what there is to find.
    if (flags['dry-run'] || flags.plan || outcome.result === 'declined') return outcome
    return { ...outcome, ...(await this.#examined()) }
  }

  async #examined(): Promise<Diagnosis> {
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
    if (!healthy) process.exitCode ||= 2
    return diagnosis
  }
}
