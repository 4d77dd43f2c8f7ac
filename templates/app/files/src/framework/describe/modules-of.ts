import type { RouteDescription } from '../http/describe-routes.ts'

const modulePath = /^src\/modules\/([^/]+)\//

/** The modules by the files of their routes; production does not note those. */
export function modulesOf(routes: RouteDescription[]) {
  const modules = new Map<string, string[]>()
  for (const { method, url, place } of routes) {
    const name = modulePath.exec(place?.file ?? '')?.[1]
    if (name !== undefined) modules.set(name, [...(modules.get(name) ?? []), `${method} ${url}`])
  }
  return [...modules].map(([name, itsRoutes]) => ({ name, routes: itsRoutes }))
}
