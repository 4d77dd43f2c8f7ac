import { string } from '@oclif/core/args'
import { boolean } from '@oclif/core/flags'

import type { DiffReport } from '../src/actions/diff.ts'
import { ElifCommand } from '../src/cli/elif-command.ts'

export default class Diff extends ElifCommand {
  static override summary =
    'Show what you have changed in the files that elif wrote, or elif would.'
  static override description =
    'From each file as elif rendered it, laid out by the settings that the app has today, to the ' +
    'file as it is. Where later runs have edited a file that you have edited too, their entries ' +
    'are in its diff, and a line on stderr says so. --upstream goes from what elif rendered then to ' +
    'what this elif renders for the same answers: the other side of an upgrade. ' +
    'Exit code 2 when the record of a run is damaged.'
  static override args = {
    path: string({ description: 'Files or folders to look at; without one, the whole app.' }),
  }
  static override strict = false
  static override flags = {
    mine: boolean({ exclusive: ['upstream'], description: 'What you have changed; the default.' }),
    upstream: boolean({ description: 'What this elif would change.' }),
  }
  static override examples = [
    '<%= config.bin %> diff',
    '<%= config.bin %> diff src/modules --no-color',
    '<%= config.bin %> diff --upstream src/framework',
    '<%= config.bin %> diff --json',
  ]

  async run(): Promise<DiffReport> {
    const { argv, flags } = await this.parse(Diff)
    const { ownDiffRemarks, ownDiffText } = await import('../src/terminal/own-diff-text.ts')
    const report = await this.#report(argv.map(String), flags.upstream)
    for (const remark of ownDiffRemarks(report)) this.output.progress(remark)
    const text = ownDiffText(report)
    if (text === undefined) this.output.progress('Nothing is changed since elif wrote it.')
    else this.output.say(text)
    if (report.damaged.length === 0) return report
    const { damagedText } = await import('../src/terminal/history-text.ts')
    this.output.complain(damagedText(report.damaged))
    process.exitCode = 2
    return report
  }

  async #report(paths: string[], upstream: boolean): Promise<DiffReport> {
    const folder = process.cwd()
    if (!upstream) {
      const { diffOfMine } = await import('../src/actions/diff.ts')
      return diffOfMine({ app: await this.openApp(), folder, paths })
    }
    const { findOlderApp } = await import('../src/project/find-app.ts')
    const { diffOfUpstream } = await import('../src/actions/upstream-diff.ts')
    const { version } = this.config
    const app = await findOlderApp(folder, version)
    return diffOfUpstream({ app, folder, paths, version })
  }
}
