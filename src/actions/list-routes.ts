import { z } from 'zod'

import { compareNames } from '../text/compare-names.ts'
import { askApp } from './ask-app.ts'

const Hooks = z.array(z.string())

const ListedRoute = z.object({
  method: z.string(),
  url: z.string(),
  name: z.string().optional(),
  policy: z.string(),
  hooks: z.object({ app: Hooks, module: Hooks, route: Hooks }),
  schemas: z.record(z.string(), z.string()),
  place: z.object({ file: z.string(), line: z.number() }).optional(),
})

/** A route as the app itself tells it. */
export type ListedRoute = z.infer<typeof ListedRoute>

/** Every route of an app, in the order of their paths, from the app itself. */
export async function listRoutes(root: string): Promise<ListedRoute[]> {
  const routes = z.array(ListedRoute).parse(await askApp(root, 'routes'))
  return routes.toSorted((one, other) => compareNames(one.url, other.url))
}
