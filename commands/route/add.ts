import { string } from '@oclif/core/args'
import { string as text } from '@oclif/core/flags'

import { planAddRoute, routeMethods } from '../../src/actions/add-route.ts'
import { PlanningCommand } from '../../src/cli/planning-command.ts'

export default class RouteAdd extends PlanningCommand {
  static override summary = 'Add a typed route to the controller of a module.'
  static override args = {
    method: string({ required: true, options: routeMethods, description: 'Such as GET.' }),
    path: string({ required: true, description: 'Such as /reports/:id, with its prefix.' }),
  }
  static override flags = {
    module: text({
      helpValue: 'NAME',
      description: 'The module it goes into; without it, the first part of the path.',
    }),
    name: text({ helpValue: 'NAME', description: 'What http.urlFor calls the route.' }),
  }
  static override examples = [
    '<%= config.bin %> route:add GET /reports/:id',
    '<%= config.bin %> route:add POST /products/:id/restock --name restock',
    '<%= config.bin %> route:add GET /prices --module catalog --dry-run',
  ]

  async run() {
    const { args, flags } = await this.parse(RouteAdd)
    const { files } = await this.openApp()
    const { method, path } = args
    const { module, name } = flags
    return this.carryOut(() => planAddRoute({ files, method, path, module, name }), flags)
  }
}
