import { resolve } from 'node:path'

import { string } from '@oclif/core/flags'

import type { WrittenClient } from '../src/actions/write-client.ts'
import { ElifCommand } from '../src/cli/elif-command.ts'

export default class Client extends ElifCommand {
  static override summary = 'Write a typed TypeScript client of the API.'
  static override description =
    'One file, client.ts, with a method for each operation and flat types, from what the app says ' +
    'of its API. It needs nothing but fetch, so it goes into a browser or another program as it ' +
    'is. Run it again when the API has changed; a file of yours is never written over.'
  static override flags = {
    output: string({
      char: 'o',
      helpValue: 'DIR',
      default: 'client',
      description: 'The folder to write it to.',
    }),
  }
  static override examples = [
    '<%= config.bin %> client',
    '<%= config.bin %> client --output ../web/src/api',
  ]

  async run(): Promise<WrittenClient> {
    const { flags } = await this.parse(Client)
    const { writeClient } = await import('../src/actions/write-client.ts')
    const written = await writeClient(await this.openApp(), resolve(flags.output))
    this.output.say(written.changed ? `Wrote ${written.path}.` : `${written.path} is as it was.`)
    return written
  }
}
