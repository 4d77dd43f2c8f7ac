import type { ListedRoute } from '../../src/actions/list-routes.ts'
import { ElifCommand } from '../../src/cli/elif-command.ts'

export default class RouteList extends ElifCommand {
  static override summary = 'List the routes of the app: policy, name, hooks, and where they are.'
  static override description =
    "The app's own code tells them, in a process of its own without a port and without a database."
  static override examples = ['<%= config.bin %> route:list', '<%= config.bin %> route:list --json']

  async run(): Promise<ListedRoute[]> {
    await this.parse(RouteList)
    const { listRoutes } = await import('../../src/actions/list-routes.ts')
    const { routesText } = await import('../../src/terminal/routes-text.ts')
    const routes = await listRoutes((await this.openApp()).root)
    this.output.say(routesText(routes))
    return routes
  }
}
