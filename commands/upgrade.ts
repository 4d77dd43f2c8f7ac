import { boolean, option } from '@oclif/core/flags'

import { PlanningCommand } from '../src/cli/planning-command.ts'
import { typedIn } from '../src/cli/typed-back.ts'

export default class Upgrade extends PlanningCommand {
  static override summary = 'Bring the app to what this elif would write today.'
  static override description =
    'Every run of elif here is rendered again from its answers, and what differs from what it ' +
    'rendered then is merged into the files as they are now, wherever you have moved them. What ' +
    'you have deleted stays deleted, custom: regions and migrations stay as they are, and a ' +
    'change of behaviour arrives switched off in src/framework/behaviour.ts.\n\n' +
    'Where you and elif have changed the same lines nothing is written, unless you ask for ' +
    'conflict markers. Exit code 1 then; --check: 0 when up to date, 2 when an upgrade is waiting.'
  static override flags = {
    check: boolean({
      exclusive: ['dry-run', 'yes', 'plan', 'prove', 'merge'],
      description: 'Only tell whether an upgrade is waiting; for CI.',
    }),
    merge: option({
      options: ['markers'] as const,
      description: 'Write conflicts into the files, as git does, to be resolved there.',
    })(),
  }
  static override examples = [
    '<%= config.bin %> upgrade --dry-run',
    '<%= config.bin %> upgrade --yes',
    '<%= config.bin %> upgrade --check --json',
  ]

  async run(): Promise<unknown> {
    const { flags } = await this.parse(Upgrade)
    const { findOlderApp } = await import('../src/project/find-app.ts')
    const { version } = this.config
    const { root, files, version: from } = await findOlderApp(process.cwd(), version)
    if (flags.check) {
      const { checkUpgrade } = await import('../src/actions/upgrade-check.ts')
      const { upgradeText } = await import('../src/terminal/upgrade-text.ts')
      const report = await checkUpgrade({ files, version, from })
      this.output.say(typedIn(upgradeText(report)))
      if (!report.upToDate) process.exitCode = 2
      return report
    }
    const { planUpgrade } = await import('../src/actions/upgrade.ts')
    const wanted = { files, version, from, merge: flags.merge }
    return this.carryOut(() => planUpgrade(wanted), flags, { root })
  }
}
