import { databaseServers } from '../../../src/actions/database-servers.ts'
import { ElifCommand } from '../../../src/cli/elif-command.ts'

export default class DatabaseServerStatus extends ElifCommand {
  static override summary = 'Say which database servers of elif run and where their data is.'
  static override examples = ['./elif db:server:status']

  async run() {
    await this.parse(DatabaseServerStatus)
    const servers = await databaseServers(process.env)
    for (const each of servers) {
      this.output.say(
        each.state === 'running'
          ? `${each.server}: running (process ${each.pid}), data in ${each.data}, log ${each.log}`
          : `${each.server}: stopped`,
      )
    }
    return servers
  }
}
