import { boolean } from '@oclif/core/flags'

import { appDatabaseUrl } from '../../src/actions/database-url.ts'
import { ElifCommand } from '../../src/cli/elif-command.ts'

export default class DatabaseUrl extends ElifCommand {
  static override summary = 'Print the URL of the app’s database, bringing the server up if needed.'
  static override description =
    'DATABASE_URL wins when it is set. Otherwise elif runs PostgreSQL itself: one server that keeps ' +
    'development data safe, and one without any safety for tests. Both stop when nobody has used ' +
    'them for 15 minutes and are started again by the next command that needs them.'
  static override examples = [
    './elif db:url',
    {
      description: 'The admin database of the test server, for a program',
      command: './elif db:url --test --json',
    },
  ]
  static override flags = {
    test: boolean({ description: 'The database that tests make theirs from, on the fast server.' }),
  }

  async run() {
    const { flags } = await this.parse(DatabaseUrl)
    const app = await this.openApp()
    const address = await appDatabaseUrl({
      app,
      env: this.environmentOf(app),
      purpose: flags.test ? 'test' : 'development',
      onProgress: (doing) => this.output.progress(doing),
    })
    this.output.say(address.url)
    return address
  }
}
