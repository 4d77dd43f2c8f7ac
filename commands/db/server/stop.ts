import { stopDatabaseServers } from '../../../src/actions/database-servers.ts'
import { ElifCommand } from '../../../src/cli/elif-command.ts'

export default class DatabaseServerStop extends ElifCommand {
  static override summary = 'Stop the database servers of elif, whoever is connected.'
  static override description =
    'They stop by themselves when nobody has used them for 15 minutes. Development data stays; what ' +
    'is on the test server is gone.'
  static override examples = ['./elif db:server:stop']

  async run() {
    await this.parse(DatabaseServerStop)
    const result = await stopDatabaseServers(process.env)
    const { stopped } = result
    this.output.say(stopped.length > 0 ? `Stopped: ${stopped.join(', ')}.` : 'None was running.')
    return result
  }
}
