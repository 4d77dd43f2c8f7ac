import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify'

import { StartError } from '../lifecycle/start-error.ts'
import { type HookLevels, hooksAmong, hooksAround } from './hook-levels.ts'
import type { Rule } from './policy.ts'
import { type Place, placeOfCall } from './route-place.ts'

/** A route as it was registered, before the framework adds anything to it. */
export type Route = {
  method: string
  url: string
  name?: string
  schema: FastifySchema
  policy: Rule
  /** The media types of its replies, where they are not JSON. */
  produces?: readonly string[]
  readonly hooks: HookLevels
  /** The call that registered it. Production does not look: that would only cost. */
  place?: Place
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What `http.urlFor` calls the route. */
    name?: string
  }
  interface FastifyInstance {
    /** Every route, complete once routes are loaded. The HEAD that comes with a GET is not listed. */
    routeList: Route[]
    /** What a scope asks of requests for all of its routes, as a version of the API does. */
    routeConstraints: Record<string, string>
    /** What the description of the API says of all routes of a scope, unless they say it themselves. */
    routeDescription: { hide?: boolean; deprecated?: boolean }
  }
}

/** Keeps the one list from which unknown routes are answered, URLs built and descriptions made. */
export function listRoutes(http: FastifyInstance, { notePlaces }: { notePlaces: boolean }) {
  const routes: Route[] = []
  const handlers = new Map<string, unknown>()
  const refuseSecond = createRefusal()
  http.decorate('routeList', routes)
  http.decorate('routeConstraints', {})
  http.decorate('routeDescription', {})

  /** Under a prefix, Fastify answers `/` with and without the slash, and HEAD for each. */
  const isOfGet = ({ url, handler }: RouteOptions) =>
    [url, url.replace(/\/$/, '')].some((each) => handlers.get(each) === handler)

  http.addHook('onRoute', function listRoute(options) {
    const place = notePlaces ? placeOfCall(listRoute) : undefined
    const ofRoute = hooksAmong(options)
    // Asked late: a hook that a module adds after its routes runs for them all the same.
    const hooks = () => hooksAround(this, ofRoute)

    const constraints = { ...this.routeConstraints, ...options.constraints }
    options.constraints = constraints

    for (const method of [options.method].flat()) {
      if (method === 'HEAD' && isOfGet(options)) continue
      if (method === 'GET') handlers.set(options.url, options.handler)
      const schema = { ...this.routeDescription, ...options.schema }
      const route = readRoute(options, { method, schema, hooks, ...(place && { place }) })
      refuseSecond(route, constraints)
      routes.push(route)
    }
  })
}

type Seen = Pick<Route, 'method' | 'schema' | 'place'> & { hooks: () => HookLevels }

function readRoute({ url, config = {} }: RouteOptions, { hooks, ...seen }: Seen): Route {
  const { name, policy = 'open', produces } = config
  return {
    ...seen,
    url,
    ...(name !== undefined && { name }),
    policy,
    ...(produces && { produces }),
    get hooks() {
      return hooks()
    },
  }
}

/** Refuses what would answer the same requests, and a name that leads to two places. */
function createRefusal() {
  const known = new Map<string, Route>()
  const named = new Map<string, Route>()

  return (route: Route, constraints: unknown) => {
    const { method, url, name } = route
    const key = `${method} ${shapeOf(url)} ${JSON.stringify(constraints)}`
    refuse('Two routes answer the same requests', known.get(key), route)
    known.set(key, route)
    if (name === undefined) return
    const other = named.get(name)
    if (other?.url !== url) refuse(`Two routes have the name ${name}`, other, route)
    named.set(name, route)
  }
}

/** The url without what its parameters are called: `/kites/:id` and `/kites/:name` are one. */
const shapeOf = (url: string) => url.replace(/:\w+/g, ':')

function refuse(because: string, first: Route | undefined, second: Route) {
  if (first) throw new StartError(`${because}:\n${placed(first)}\n${placed(second)}`)
}

const placed = ({ method, url, place }: Route) =>
  `  ${method} ${url}${place ? ` in ${place.file}:${place.line}` : ''}`
