import { ElifCommand } from '../src/cli/elif-command.ts'
import type { AppMap } from '../src/map/app-map.ts'

export default class MapCommand extends ElifCommand {
  static override summary =
    'Show the modules of the app: what they take, use and answer, and where.'
  static override description =
    'Read from the code, which need not run. Routes are found where they are written as ' +
    'generated code writes them, http.get and http.register; route:list asks the app itself and ' +
    'knows every one.'
  static override examples = ['<%= config.bin %> map', '<%= config.bin %> map --json']

  async run(): Promise<AppMap> {
    await this.parse(MapCommand)
    const { readMap } = await import('../src/map/app-map.ts')
    const { mapText } = await import('../src/terminal/map-text.ts')
    const { openReaders } = await import('../src/source/readers.ts')
    await openReaders()
    const map = readMap((await this.openApp()).files)
    this.output.say(mapText(map))
    return map
  }
}
