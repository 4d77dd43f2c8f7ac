import type { AppMap, MappedRoute } from '../map/app-map.ts'
import { paint } from './paint.ts'

/** The modules with what they take and answer, then the routes that belong to none. */
export function mapText({ modules, routes }: AppMap): string {
  const ofModules = new Set(modules.flatMap((module) => module.routes))
  const others = routes.filter((route) => !ofModules.has(route))
  const parts = modules.map(({ name, path, state, takes, uses, routes: own }) => [
    `${name}  ${paint('dim', path)}${state === 'mounted' ? '' : paint('red', `  ${said[state]}`)}`,
    ...(takes.length > 0 ? [`  takes ${takes.join(', ')}`] : []),
    ...(uses.length > 0 ? [`  uses ${uses.join(', ')}`] : []),
    ...routeLines(own),
  ])
  const rest = others.length > 0 ? [['in no module', ...routeLines(others)]] : []
  const blocks = [...parts, ...rest].map((lines) => lines.join('\n'))
  return blocks.length === 0 ? 'There is nothing on the map yet.' : blocks.join('\n\n')
}

const said = {
  mounted: '',
  'not-imported': 'src/app.ts does not import it',
  'not-registered': 'src/app.ts does not register its routes',
}

function routeLines(routes: MappedRoute[]): string[] {
  const width = Math.max(0, ...routes.map(({ url }) => url.length))
  return routes.map(
    ({ method, url, place }) =>
      `  ${method.padEnd(7)} ${url.padEnd(width)}  ${paint('dim', `${place.file}:${place.line}`)}`,
  )
}
