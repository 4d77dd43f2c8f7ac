import type { VersionList as Listed } from '../../src/actions/list-versions.ts'
import { ElifCommand } from '../../src/cli/elif-command.ts'

export default class VersionList extends ElifCommand {
  static override summary =
    'List the versions of the API: what each is today, its days, its routes.'
  static override description =
    "The app's own code tells them, in a process of its own without a port and without a database. " +
    'An app has versions after elif add versions.'
  static override examples = [
    '<%= config.bin %> version:list',
    '<%= config.bin %> version:list --json',
  ]

  async run(): Promise<Listed> {
    await this.parse(VersionList)
    const { listVersions } = await import('../../src/actions/list-versions.ts')
    const { versionsText } = await import('../../src/terminal/versions-text.ts')
    const listed = await listVersions((await this.openApp()).root, new Date())
    this.output.say(versionsText(listed))
    return listed
  }
}
