import type { Http } from '../http/server.ts'
import type { Route } from '../http/route-list.ts'
import { createComponents } from './components.ts'
import type { OpenApiDocument, Operation } from './openapi-document.ts'
import { operationOf } from './operation.ts'
import { type Path, pathsOf } from './paths.ts'
import { readPackage } from './read-package.ts'
import { repliesOf } from './replies.ts'

/** What OpenAPI has words for. A HEAD goes without saying where there is a GET. */
const methods = new Set(['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])

type Described = { route: Route; path: Path; id: string }

/** The API of the app, from the routes it has and the schemas they are held against. */
export function describeApi({ http }: { http: Pick<Http, 'routeList' | 'replyShapes'> }) {
  const components = createComponents()
  const paths: Record<string, Record<string, Operation>> = {}

  const operations = described(http.routeList).map(({ route, path, id }) => {
    const title = id.charAt(0).toUpperCase() + id.slice(1)
    const shape = http.replyShapes.of(route.url)
    return { route, path, needs: { id, title, components, shape } }
  })
  // Replies take their names first: a new route that is sent a schema then renames nothing.
  for (const { route, path, needs } of operations) repliesOf(route, path, needs)
  for (const { route, path, needs } of operations) {
    const operation = operationOf(route, path, needs)
    paths[path.path] = { ...paths[path.path], [route.method.toLowerCase()]: operation }
  }
  return {
    openapi: '3.1.1',
    info: readPackage(),
    paths,
    components: { schemas: sorted(components.schemas) },
  } satisfies OpenApiDocument
}

function described(routes: Route[]): Described[] {
  const shown = routes.filter(({ method, schema }) => methods.has(method) && !schema.hide)
  const known = new Set<string>()

  return shown.flatMap((route) => {
    const shares = shown.some((other) => other !== route && other.name === route.name)
    return pathsOf(route.url).map((path) => {
      const wanted = route.name !== undefined && !shares ? words(route.name) : idOf(route, path)
      const id = known.has(wanted) ? idOf(route, path) : wanted
      known.add(id)
      return { route, path, id }
    })
  })
}

/** `GET /kites/{id}/parts` is `getKitesByIdParts`. */
const idOf = ({ method }: Route, { path }: Path) =>
  words(`${method.toLowerCase()} ${path.replaceAll('{', 'by ').replaceAll('}', '')}`)

const words = (text: string) =>
  text
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')

const sorted = <Value>(record: Record<string, Value>) =>
  Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)))
