import type { RegionList } from '../../src/actions/markers.ts'
import { ElifCommand } from '../../src/cli/elif-command.ts'
import { typedIn } from '../../src/cli/typed-back.ts'

export default class MarkersList extends ElifCommand {
  static override summary = 'List the regions of the app: file, lines, name, entries.'
  static override examples = [
    '<%= config.bin %> markers:list',
    '<%= config.bin %> markers:list --json',
  ]

  async run(): Promise<RegionList> {
    await this.parse(MarkersList)
    const { listRegions } = await import('../../src/actions/markers.ts')
    const { regionListText } = await import('../../src/terminal/markers-text.ts')
    const list = await listRegions((await this.openApp()).files)
    this.output.say(typedIn(regionListText(list)))
    return list
  }
}
