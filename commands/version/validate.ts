import type { VersionsValidation } from '../../src/actions/validate-versions.ts'
import { ElifCommand } from '../../src/cli/elif-command.ts'

export default class VersionValidate extends ElifCommand {
  static override summary = 'Tell what does not fit together in the versions of the API.'
  static override description =
    'Days that the calendar does not have, an end before its announcement or without one, a current ' +
    'version that is deprecated, a version without routes; and routes whose version has ended. ' +
    'Exit code 2 when something is wrong.'
  static override examples = [
    '<%= config.bin %> version:validate',
    '<%= config.bin %> version:validate --json',
  ]

  async run(): Promise<VersionsValidation> {
    await this.parse(VersionValidate)
    const { validateVersions } = await import('../../src/actions/validate-versions.ts')
    const { versionsValidationText } = await import('../../src/terminal/versions-text.ts')
    const validation = await validateVersions((await this.openApp()).root, new Date())
    this.output.say(versionsValidationText(validation))
    if (!validation.valid) process.exitCode = 2
    return validation
  }
}
