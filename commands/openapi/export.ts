import { boolean, string } from '@oclif/core/flags'

import { ElifCommand } from '../../src/cli/elif-command.ts'

export default class OpenapiExport extends ElifCommand {
  static override summary = 'Print the OpenAPI 3.1 document of the app, or write it to a file.'
  static override description =
    "The app's own code makes it from its routes and schemas, in a process of its own without a " +
    'port and without a database. The places in the code, which /openapi.json names outside of ' +
    'production, are left out. JSON, unless --yaml is given or the file is called .yaml or .yml.'
  static override flags = {
    output: string({ char: 'o', helpValue: 'FILE', description: 'Where to write it.' }),
    yaml: boolean({ description: 'As YAML.' }),
  }
  static override examples = [
    '<%= config.bin %> openapi:export --output openapi.json',
    '<%= config.bin %> openapi:export --yaml',
  ]

  async run(): Promise<unknown> {
    const { flags } = await this.parse(OpenapiExport)
    const { describeApi, documentText, writeDocument } =
      await import('../../src/actions/openapi.ts')
    const document = await describeApi((await this.openApp()).root)
    const isYaml = flags.yaml || /\.ya?ml$/.test(flags.output ?? '')
    const text = await documentText(document, isYaml ? 'yaml' : 'json')
    if (flags.output === undefined) this.output.say(text.trimEnd())
    else {
      writeDocument(flags.output, text)
      this.output.say(`Wrote ${flags.output}.`)
    }
    return document
  }
}
