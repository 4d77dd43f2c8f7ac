import type { Validation } from '../../src/actions/markers.ts'
import { ElifCommand } from '../../src/cli/elif-command.ts'

export default class MarkersValidate extends ElifCommand {
  static override summary = 'Tell every marker that is wrong, with its place and the way out.'
  static override description = 'Exit code 2 when there is one.'
  static override examples = [
    '<%= config.bin %> markers:validate',
    '<%= config.bin %> markers:validate --json',
  ]

  async run(): Promise<Validation> {
    await this.parse(MarkersValidate)
    const { validateRegions } = await import('../../src/actions/markers.ts')
    const { validationText } = await import('../../src/terminal/markers-text.ts')
    const validation = await validateRegions((await this.openApp()).files)
    this.output.say(validationText(validation))
    if (!validation.valid) process.exitCode = 2
    return validation
  }
}
