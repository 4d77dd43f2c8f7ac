import type { BuiltApp } from '../src/actions/build-app.ts'
import { ElifCommand } from '../src/cli/elif-command.ts'

export default class Build extends ElifCommand {
  static override summary = 'Build the app into dist, which runs without its sources and packages.'
  static override description =
    'Runs the app’s own npm run build: a bundle of each program in bin/, migrations included, with ' +
    'source maps, compiled code, and what the app reads. A production image needs dist and Node, ' +
    'of the same version so that nothing is compiled anew. A build that fails leaves the last one.'
  static override examples = ['<%= config.bin %> build', '<%= config.bin %> build --json']

  async run(): Promise<BuiltApp> {
    await this.parse(Build)
    const { buildApp } = await import('../src/actions/build-app.ts')
    const { buildText } = await import('../src/terminal/build-text.ts')
    const app = await this.enterApp()
    const built = await buildApp(app, (line) => this.output.detail(line))
    this.output.say(buildText(built))
    return built
  }
}
