import { string as text } from '@oclif/core/args'
import { string } from '@oclif/core/flags'

import type { ExplainedConfig } from '../../src/actions/explain-config.ts'
import { ElifCommand } from '../../src/cli/elif-command.ts'

export default class ConfigExplain extends ElifCommand {
  static override summary =
    'Tell what each setting of the app is for, what it is, and where it comes from.'
  static override description =
    "The app's own code tells it: the value, the place that decides (the environment, an env file, " +
    'a file in config, the default), and what weaker places say. Secrets are never shown.'
  static override args = {
    name: text({ description: 'One setting, as DATABASE_POOL_SIZE; without it, all of them.' }),
  }
  static override flags = {
    profile: string({
      helpValue: 'NAME',
      description: 'The profile to explain in place of NODE_ENV, as production.',
    }),
  }
  static override examples = [
    '<%= config.bin %> config:explain',
    '<%= config.bin %> config:explain PORT',
    '<%= config.bin %> config:explain --profile production --json',
  ]

  async run(): Promise<ExplainedConfig> {
    const { args, flags } = await this.parse(ConfigExplain)
    const { explainSettings } = await import('../../src/actions/explain-config.ts')
    const { configText } = await import('../../src/terminal/config-text.ts')
    const { root } = await this.openApp()
    const config = await explainSettings({ root, profile: flags.profile, name: args.name })
    this.output.say(configText(config))
    return config
  }
}
