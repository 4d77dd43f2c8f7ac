import type { FastifyInstance } from 'fastify'

import type { Route } from './route-list.ts'

type Value = string | number | boolean
type Params = Record<string, Value>
type Query = Record<string, Value | readonly Value[] | undefined>

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * The path of a named route: `http.urlFor('report', { id }, { year: 2026 })`. An unknown name
     * and a missing parameter are faults of the code, and thrown as such.
     */
    urlFor(name: string, params?: Params, query?: Query): string
  }
}

/** Builds URLs from the names of routes, so that a path is written in one place only. */
export function buildUrls(http: FastifyInstance) {
  let named: Map<string | undefined, Route> | undefined

  http.decorate('urlFor', (name: string, params: Params = {}, query: Query = {}) => {
    named ??= new Map(http.routeList.map((route) => [route.name, route]))
    const route = named.get(name)
    if (!route) throw new Error(`No route has the name ${name}.`)
    return pathOf(route.url, params) + queryOf(query)
  })
}

/** `/kites/:id`, `/kites/:id?`, `/kites/:id(\\d+)`, `/files/*`; two colons stand for one. */
const parts = /::|(\/?):(\w+)(?:\([^)]*\))?(\?)?|\*/g

function pathOf(url: string, params: Params) {
  return url.replace(parts, (part: string, slash = '', name = '*', optional?: string) => {
    if (part === '::') return ':'
    const value = params[name]
    if (value !== undefined)
      return slash + (name === '*' ? eachEncoded : encodeURIComponent)(`${value}`)
    if (optional) return ''
    throw new Error(`The path ${url} needs a value for ${name}.`)
  })
}

const eachEncoded = (path: string) => path.split('/').map(encodeURIComponent).join('/')

function queryOf(query: Query) {
  const pairs = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value ?? []].flat()) pairs.append(name, String(each))
  }
  return pairs.size === 0 ? '' : `?${pairs}`
}
