import { option, string } from '@oclif/core/flags'

import { ElifCommand } from '../../src/cli/elif-command.ts'
import { apiFormats, formatOfFile } from '../../src/openapi/api-format.ts'

export default class OpenapiExport extends ElifCommand {
  static override summary = 'Print the OpenAPI 3.1 document of the app, or write it to a file.'
  static override description =
    "The app's own code makes it from its routes and schemas, in a process of its own without a " +
    'port and without a database. The places in the code, which /openapi.json names outside of ' +
    'production, are left out. JSON, unless --format says so or the file is called .yaml or .yml. ' +
    'Postman gets a collection 2.1 and Insomnia an export 4, both with values to begin with; ' +
    'their requests go to --url, which is a variable there.'
  static override flags = {
    output: string({ char: 'o', helpValue: 'FILE', description: 'Where to write it.' }),
    format: option({ options: apiFormats, description: 'For whom it is.' })(),
    url: string({
      helpValue: 'URL',
      default: 'http://127.0.0.1:3000',
      description: 'Where Postman and Insomnia find the app.',
    }),
  }
  static override examples = [
    '<%= config.bin %> openapi:export --output openapi.json',
    '<%= config.bin %> openapi:export --format yaml',
    '<%= config.bin %> openapi:export --format postman --output shop.postman_collection.json',
  ]

  async run(): Promise<unknown> {
    const { flags } = await this.parse(OpenapiExport)
    const { exportApi } = await import('../../src/actions/export-api.ts')
    const { writeDocument } = await import('../../src/actions/openapi.ts')
    const format = flags.format ?? formatOfFile(flags.output)
    const { value, text } = await exportApi((await this.openApp()).root, format, flags.url)
    if (flags.output === undefined) this.output.say(text.trimEnd())
    else {
      writeDocument(flags.output, text)
      this.output.say(`Wrote ${flags.output}.`)
    }
    return value
  }
}
