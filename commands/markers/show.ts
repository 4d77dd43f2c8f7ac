import { string } from '@oclif/core/args'

import type { MarkedText } from '../../src/actions/markers.ts'
import { ElifCommand } from '../../src/cli/elif-command.ts'

export default class MarkersShow extends ElifCommand {
  static override summary = 'Print what stands in a region, with line numbers.'
  static override args = {
    name: string({
      required: true,
      description: 'Its name, in all files that have it, or FILE:NAME for one.',
    }),
  }
  static override examples = [
    '<%= config.bin %> markers:show elif:modules',
    '<%= config.bin %> markers:show src/app.ts:elif:routes',
  ]

  async run(): Promise<{ regions: MarkedText[] }> {
    const { args } = await this.parse(MarkersShow)
    const { showRegions } = await import('../../src/actions/markers.ts')
    const { regionTexts } = await import('../../src/terminal/markers-text.ts')
    const regions = await showRegions((await this.openApp()).files, args.name)
    this.output.say(regionTexts(regions))
    return { regions }
  }
}
