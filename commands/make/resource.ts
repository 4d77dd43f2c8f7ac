import { string } from '@oclif/core/args'
import { string as text } from '@oclif/core/flags'

import { planMakeResource } from '../../src/actions/make-resource.ts'
import { MakingCommand } from '../../src/cli/making-command.ts'
import { fieldTypesText } from '../../src/fields/field-types.ts'
import type { OnExisting } from '../../src/recipe/existing.ts'

export default class MakeResource extends MakingCommand {
  static override summary = 'Make a resource: its table, queries, rules, HTTP and tests.'
  static override description =
    'A field is written name:type; "?" behind the type makes it optional, :unique and :index ' +
    `follow. Quote a field with "(" or "?", which shells read themselves.\n\n${fieldTypesText()}`
  static override args = {
    name: string({ required: true, description: 'One of it, such as Product or LineItem.' }),
    fields: string({ required: true, description: 'One or more fields, such as name:string.' }),
  }
  static override strict = false
  static override flags = {
    module: text({
      helpValue: 'NAME',
      description: 'The module it goes into; without it, its plural.',
    }),
    plural: text({
      helpValue: 'WORD',
      description: 'The plural, where elif would take a wrong one.',
    }),
  }
  static override examples = [
    "<%= config.bin %> make:resource Product name:string 'price:decimal(10,2)' 'description:text?' available:boolean",
    "<%= config.bin %> make:resource Review 'stars:integer' 'state:enum(new,shown)' --module catalog",
    '<%= config.bin %> make:resource Customer email:string:unique bornOn:date:index --plan',
  ]

  async run() {
    const { args, argv, flags } = await this.parse(MakeResource)
    const { files } = await this.openApp()
    const fields = argv.slice(1).map(String)
    const { module, plural } = flags
    const at = new Date()
    const wanted = { files, name: args.name, fields, module, plural, at }
    const make = (onExisting: OnExisting) => planMakeResource({ ...wanted, onExisting })
    const outcome = await this.make(make, flags)
    if (outcome.result === 'applied') this.output.say(`Next: ${this.typed('migrate')}`)
    return outcome
  }
}
