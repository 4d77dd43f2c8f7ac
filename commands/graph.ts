import { option } from '@oclif/core/flags'

import { ElifCommand } from '../src/cli/elif-command.ts'
import { type AppGraph, graphFormats } from '../src/map/graph.ts'

export default class Graph extends ElifCommand {
  static override summary = 'Show which module uses which, and what they take from the platform.'
  static override description =
    'Read from the code. --format mermaid goes into Markdown, dot to Graphviz.'
  static override flags = {
    format: option({ options: graphFormats, default: 'text', description: 'How to write it.' })(),
  }
  static override examples = [
    '<%= config.bin %> graph',
    '<%= config.bin %> graph --format mermaid',
    '<%= config.bin %> graph --format dot | dot -Tsvg > app.svg',
  ]

  async run(): Promise<AppGraph> {
    const { flags } = await this.parse(Graph)
    const { readMap } = await import('../src/map/app-map.ts')
    const { graphOf, graphText } = await import('../src/map/graph.ts')
    const { openReaders } = await import('../src/source/readers.ts')
    await openReaders()
    const graph = graphOf(readMap((await this.openApp()).files))
    this.output.say(graphText(graph, flags.format))
    return graph
  }
}
