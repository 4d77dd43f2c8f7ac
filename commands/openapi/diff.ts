import { string } from '@oclif/core/args'

import type { ApiDiff } from '../../src/actions/openapi.ts'
import { ElifCommand } from '../../src/cli/elif-command.ts'

export default class OpenapiDiff extends ElifCommand {
  static override summary = 'Tell what has changed in the API, and what of it breaks callers.'
  static override description =
    'Compares two OpenAPI 3.1 documents, JSON or YAML; without a second one, the app as it is. ' +
    'Breaking is what an old caller may fail on: an operation, a field or a value that is gone, ' +
    'something new that must be sent, a narrower type, a reply that may be something else. ' +
    'Exit code 2 when something breaks.'
  static override args = {
    old: string({ required: true, description: 'What was released: a file.' }),
    new: string({ description: 'What shall be; without it, what the app itself says.' }),
  }
  static override examples = [
    '<%= config.bin %> openapi:diff openapi.json',
    '<%= config.bin %> openapi:diff old.yaml new.yaml --json',
  ]

  async run(): Promise<ApiDiff> {
    const { args } = await this.parse(OpenapiDiff)
    const { describeApi, diffApi } = await import('../../src/actions/openapi.ts')
    const { apiDiffText } = await import('../../src/terminal/api-diff-text.ts')
    const ofApp = async () => describeApi((await this.openApp()).root)
    const diff = await diffApi(args.old, args.new, ofApp)
    this.output.say(apiDiffText(diff))
    if (diff.breaking) process.exitCode = 2
    return diff
  }
}
