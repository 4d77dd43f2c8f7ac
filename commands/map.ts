import { boolean } from '@oclif/core/flags'

import { ElifCommand } from '../src/cli/elif-command.ts'
import type { AppMap } from '../src/map/map-schema.ts'

export default class MapCommand extends ElifCommand {
  static override summary =
    'Show what the app consists of: modules, routes, models, settings, error codes, tests, and where.'
  static override description =
    'Read from the code, which need not run; the running app tells the same at /_elif/map. Routes are ' +
    'found where they are written as generated code writes them, http.get and http.register; route:list ' +
    'asks the app itself and knows every one.'
  static override flags = {
    schema: boolean({ description: 'Print the JSON Schema of what --json answers instead.' }),
  }
  static override examples = [
    '<%= config.bin %> map',
    '<%= config.bin %> map --json',
    '<%= config.bin %> map --schema',
  ]

  async run(): Promise<AppMap | object> {
    const { flags } = await this.parse(MapCommand)
    if (flags.schema) return this.#schema()
    const { readMap } = await import('../src/map/app-map.ts')
    const { mapText } = await import('../src/terminal/map-text.ts')
    const { openReaders } = await import('../src/source/readers.ts')
    await openReaders()
    const map = readMap((await this.openApp()).files)
    this.output.say(mapText(map))
    return map
  }

  async #schema(): Promise<object> {
    const { mapSchema } = await import('../src/map/map-schema.ts')
    const schema = mapSchema()
    this.output.say(JSON.stringify(schema, null, 2))
    return schema
  }
}
