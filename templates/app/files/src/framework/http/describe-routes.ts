import { z } from 'zod'

import type { Http } from './server.ts'
import type { HookLevels } from './hook-levels.ts'
import { nameOfRule } from './policy.ts'
import type { Route } from './route-list.ts'
import type { Place } from './route-place.ts'

/** A route as JSON can say it. */
export type RouteDescription = {
  method: string
  url: string
  name?: string
  /** `open`, `public`, or the name of the function that decides. */
  policy: string
  hooks: HookLevels
  /** The parts that are held against schemas, as `body` and `201`, each with its schema's name. */
  schemas: Record<string, string>
  place?: Place
}

/** Every route of the app, for those who ask from outside of it. */
export const describeRoutes = ({ http }: { http: Pick<Http, 'routeList'> }): RouteDescription[] =>
  http.routeList.map(describeRoute)

function describeRoute({ schema, policy, hooks, ...route }: Route): RouteDescription {
  const { response = {}, ...parts } = schema
  const schemas = Object.entries({ ...parts, ...Object(response) }).flatMap(([part, each]) =>
    each instanceof z.ZodType ? [[part, nameOf(each)]] : [],
  )
  return { ...route, policy: nameOfRule(policy), hooks, schemas: Object.fromEntries(schemas) }
}

/** The id that `.meta({ id })` gives a schema, else what kind it is. */
const nameOf = (schema: z.ZodType) => schema.meta()?.id ?? schema.type
