import type { AppMap, MappedRoute } from '../map/map-schema.ts'
import { paint } from './paint.ts'

/** The modules with what they take, read and answer, the routes of no module, and what else there is. */
export function mapText(map: AppMap): string {
  const { modules, routes, models } = map
  const ofModules = new Set(modules.flatMap((module) => module.routes))
  const others = routes.filter((route) => !ofModules.has(route))
  const parts = modules.map((module) => moduleLines(module, models))
  const rest = others.length > 0 ? [['in no module', ...routeLines(others)]] : []
  const blocks = [...parts, ...rest, countLines(map)].filter((lines) => lines.length > 0)
  if (blocks.length === 0) return 'There is nothing on the map yet.'
  return blocks.map((lines) => lines.join('\n')).join('\n\n')
}

function moduleLines(module: AppMap['modules'][number], models: AppMap['models']): string[] {
  const { name, path, state, takes, uses, routes } = module
  const own = models.filter(({ place }) => place.file.startsWith(folderOf(path)))
  return [
    `${name}  ${paint('dim', path)}${state === 'mounted' ? '' : paint('red', `  ${said[state]}`)}`,
    ...(takes.length > 0 ? [`  takes ${takes.join(', ')}`] : []),
    ...(uses.length > 0 ? [`  uses ${uses.join(', ')}`] : []),
    ...own.map(modelLine),
    ...routeLines(routes),
  ]
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)

const modelLine = ({ name, table, columns, place }: AppMap['models'][number]) =>
  `  reads ${name}${table === undefined ? '' : ` from ${table}`}: ${columns.map((each) => each.name).join(', ')}  ` +
  paint('dim', `${place.file}:${place.line}`)

/** What is too much to be listed for people; --json has each with its place. */
function countLines({ settings, problems, tests }: AppMap): string[] {
  const counts: [number, string][] = [
    [settings.length, 'setting'],
    [problems.length, 'error code'],
    [tests.length, 'test'],
  ]
  const texts = counts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}${count === 1 ? '' : 's'}`)
  if (texts.length === 0) return []
  return [`Also ${enumeration.format(texts)}: --json has each with its place.`]
}

const enumeration = new Intl.ListFormat('en-GB')

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
