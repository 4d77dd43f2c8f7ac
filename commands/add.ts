import { string } from '@oclif/core/args'
import { boolean } from '@oclif/core/flags'

import { MakingCommand } from '../src/cli/making-command.ts'
import { typedIn } from '../src/cli/typed-back.ts'
import { isMigration } from '../src/project/layout.ts'

export default class Add extends MakingCommand {
  static override summary = 'Add a feature to the app, with all that it needs.'
  static override description =
    'Its files become yours, its packages come by npm install, and it is put into src/app.ts, ' +
    'src/platform.ts and src/config.ts where it belongs. Without FEATURE it lists what there is.'
  static override args = {
    feature: string({ description: 'Such as uploads or static.' }),
  }
  static override flags = {
    'no-install': boolean({ description: 'Leave npm install to you.' }),
  }
  static override examples = [
    '<%= config.bin %> add',
    '<%= config.bin %> add uploads --dry-run',
    '<%= config.bin %> add static --yes',
  ]

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(Add)
    const app = await this.openApp()
    if (args.feature === undefined) {
      const { listFeatures } = await import('../src/actions/list-features.ts')
      const { featuresText } = await import('../src/terminal/features-text.ts')
      const features = await listFeatures(app.manifest.features)
      this.output.say(typedIn(featuresText(features)))
      return features
    }
    const { planAddFeature } = await import('../src/actions/add-feature.ts')
    const wanted = { name: args.feature, install: !flags['no-install'], at: new Date() }
    // Read anew each time: a plan that waited for an answer may find another app.
    const outcome = await this.make(async (onExisting) => {
      return planAddFeature({ app: await this.openApp(), ...wanted, onExisting })
    }, flags)
    const isPending = outcome.changes.some(({ path }) => isMigration(path))
    if (outcome.result === 'applied' && isPending) {
      this.output.say(`Next: ${this.typed('migrate')}`)
    }
    return outcome
  }
}
