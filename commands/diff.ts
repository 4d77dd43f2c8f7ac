import { string } from '@oclif/core/args'

import type { DiffReport } from '../src/actions/diff.ts'
import { ElifCommand } from '../src/cli/elif-command.ts'

export default class Diff extends ElifCommand {
  static override summary = 'Show what you have changed in the files that elif wrote.'
  static override description =
    'From each file as elif rendered it, laid out by the settings that the app has today, to the ' +
    'file as it is. Where later runs have edited a file that you have edited too, their entries ' +
    'are in its diff, and a line on stderr says so. Exit code 2 when the record of a run is damaged.'
  static override args = {
    path: string({ description: 'Files or folders to look at; without one, the whole app.' }),
  }
  static override strict = false
  static override examples = [
    '<%= config.bin %> diff',
    '<%= config.bin %> diff src/modules --no-color',
    '<%= config.bin %> diff --json',
  ]

  async run(): Promise<DiffReport> {
    const { argv } = await this.parse(Diff)
    const { diffOfMine } = await import('../src/actions/diff.ts')
    const { damagedText } = await import('../src/terminal/history-text.ts')
    const { ownDiffRemarks, ownDiffText } = await import('../src/terminal/own-diff-text.ts')
    const app = await this.openApp()
    const report = await diffOfMine({ app, folder: process.cwd(), paths: argv.map(String) })
    for (const remark of ownDiffRemarks(report)) this.output.progress(remark)
    const text = ownDiffText(report)
    if (text === undefined) this.output.progress('Nothing is changed since elif wrote it.')
    else this.output.say(text)
    if (report.damaged.length > 0) {
      this.output.complain(damagedText(report.damaged))
      process.exitCode = 2
    }
    return report
  }
}
