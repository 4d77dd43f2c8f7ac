import type { History } from '../src/actions/history.ts'
import { ElifCommand } from '../src/cli/elif-command.ts'
import { typedIn } from '../src/cli/typed-back.ts'

export default class HistoryCommand extends ElifCommand {
  static override summary = 'List what elif has done here, the newest last.'
  static override description =
    'Each run with its time, its command as it could be typed again, its name (which undo takes), the ' +
    'version of elif, how many files it wrote, what it left to you, and whether it is undone; --verbose names the files. Exit code 2 when a record ' +
    'is damaged; it is skipped.'
  static override examples = [
    '<%= config.bin %> history',
    '<%= config.bin %> history --verbose',
    '<%= config.bin %> history --json',
  ]

  async run(): Promise<History> {
    await this.parse(HistoryCommand)
    const { readHistory } = await import('../src/actions/history.ts')
    const { damagedText, historyText } = await import('../src/terminal/history-text.ts')
    const { files } = await this.openApp()
    const history = readHistory(files)
    this.output.say(typedIn(historyText(history, this.output.verbose)))
    if (history.damaged.length > 0) {
      this.output.complain(damagedText(history.damaged))
      process.exitCode = 2
    }
    return history
  }
}
