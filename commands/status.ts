import { string } from '@oclif/core/args'
import { boolean } from '@oclif/core/flags'

import type { StatusReport } from '../src/actions/status.ts'
import { ElifCommand } from '../src/cli/elif-command.ts'
import { typedIn } from '../src/cli/typed-back.ts'

export default class Status extends ElifCommand {
  static override summary = 'Show what has become of the files that elif wrote.'
  static override description =
    'untouched: as the newest run left it. edited: yours is different. moved: the same text lies ' +
    'elsewhere. missing: it is gone. generated: migrate writes it anew. --verbose lists the ' +
    'untouched ones too. Environment files are not compared: elif keeps nothing of them.\n\n' +
    'Exit code 0 when nothing is missing, for edits and moves are what owners do; 2 when a file ' +
    'is missing or the record of a run is damaged.'
  static override args = {
    path: string({ description: 'Files or folders to look at; without one, the whole app.' }),
  }
  static override strict = false
  static override flags = {
    all: boolean({ description: 'List also the files that no run of elif has written.' }),
  }
  static override examples = [
    '<%= config.bin %> status',
    '<%= config.bin %> status src/modules --verbose',
    '<%= config.bin %> status --all --json',
  ]

  async run(): Promise<StatusReport> {
    const { argv, flags } = await this.parse(Status)
    const { reportFiles } = await import('../src/actions/status.ts')
    const { damagedText } = await import('../src/terminal/history-text.ts')
    const { statusText } = await import('../src/terminal/status-text.ts')
    const app = await this.openApp()
    const asked = { app, folder: process.cwd(), paths: argv.map(String) }
    const report = reportFiles({ ...asked, all: flags.all })
    this.output.say(typedIn(statusText(report, this.output.verbose)))
    if (report.damaged.length > 0) this.output.complain(damagedText(report.damaged))
    if (!report.whole) process.exitCode = 2
    return report
  }
}
