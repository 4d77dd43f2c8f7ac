import { ElifCommand } from '../../src/cli/elif-command.ts'

export default class PlanSchema extends ElifCommand {
  static override summary = 'Print the JSON schema of what planning commands answer with --json.'
  static override description =
    'The same schema lies in the package as dist/plan.schema.json. It describes plans that --plan ' +
    'has kept (with token, risks and SQL) and what became of plans that were carried out.'
  static override examples = ['<%= config.bin %> plan:schema']

  async run() {
    await this.parse(PlanSchema)
    const { planSchema } = await import('../../src/recipe/plan-schema.ts')
    const schema = planSchema()
    this.output.say(JSON.stringify(schema, null, 2))
    return schema
  }
}
