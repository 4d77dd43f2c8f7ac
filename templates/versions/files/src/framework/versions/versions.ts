import type { FastifyReply, FastifyRequest } from 'fastify'

import type { Clock } from '../clock/clock.ts'
import { defineProblems } from '../errors/define-problems.ts'
import type { Http } from '../http/server.ts'
import { vary } from '../http/vary.ts'
import { askedVersion, type By, headerOf, versionName } from './asked-version.ts'

/** Until when a version is answered; days are those of UTC. */
export type Version = {
  deprecated?: `${number}-${number}-${number}`
  sunset?: `${number}-${number}-${number}`
  /** What tells how to go on. */
  link?: string
}

type Definitions<Name extends string> = {
  by: By
  current: NoInfer<Name>
  versions: Record<Name, Version>
}

const problems = defineProblems({
  versionUnknown: {
    status: 400,
    detail: ({ asked }: { asked: string; known: string[] }) => `There is no version ${asked}.`,
    hint: ({ known }: { known: string[] }) => `There are ${known.join(', ')}.`,
  },
  versionGone: {
    status: 410,
    detail: ({ name, sunset }: { name: string; sunset: string; current: string }) =>
      `Version ${name} is answered no more since ${sunset}.`,
    hint: ({ current }: { current: string }) => `The current version is ${current}.`,
  },
})

/** Keeps the names of versions as types. */
export const defineVersions = <const Name extends string>(definitions: Definitions<Name>) =>
  definitions

/** Mounts routes in versions of the API, and tells callers when one of these ends. */
export function createVersions<Name extends string>(definitions: Definitions<Name>, clock: Clock) {
  const { by, current, versions } = definitions
  const known = Object.keys(versions)
  const mounted = new Map<string, string[]>(known.map((name) => [name, []]))

  /** Lets the server tell versions by what a request says; to be called before its routes are loaded. */
  function tellApart(http: Http) {
    if (by === 'path') return
    http.addConstraintStrategy({
      name: 'apiVersion',
      storage: createStore,
      validate: () => {},
      deriveConstraint: (request) => {
        const asked = askedVersion(by, request)
        // One that is not there is refused where its route begins, with those that are.
        return asked !== undefined && known.includes(asked) ? asked : current
      },
    })
  }

  const mount = (name: Name, routes: (http: Http) => Promise<unknown>) => async (http: Http) => {
    http.addHook('onRequest', async (request, reply) => announce(name, request, reply))
    http.addHook('onRoute', ({ method, url }) => {
      const methods = [method].flat().filter((each) => each !== 'HEAD')
      mounted.get(name)?.push(...methods.map((each) => `${each} ${url}`))
    })
    if (versions[name].deprecated) http.routeDescription = { deprecated: true }
    if (by === 'path') return void http.register(routes, { prefix: `/v${name}` })
    // Under one path, only what is answered to those who ask for no version can be described.
    if (name !== current) http.routeDescription = { hide: true }
    http.routeConstraints = { ...http.routeConstraints, apiVersion: name }
    http.register(routes)
  }

  function announce(name: Name, request: FastifyRequest, reply: FastifyReply) {
    const { deprecated, sunset, link } = versions[name]
    const header = headerOf(by)
    if (header !== undefined) vary(reply, header)
    // It speaks of the route, which does not have to know it.
    if (by === 'query') delete Object(request.query)[versionName]
    if (deprecated) reply.header('deprecation', `@${Date.parse(deprecated) / 1000}`)
    if (sunset) reply.header('sunset', new Date(sunset).toUTCString())
    if (link) reply.header('link', `<${link}>; rel="${sunset ? 'sunset' : 'deprecation'}"`)
    const asked = askedVersion(by, request.raw)
    if (asked !== undefined && !known.includes(asked)) {
      throw problems.versionUnknown({ asked, known })
    }
    if (sunset && clock.now() >= new Date(sunset)) {
      throw problems.versionGone({ name, sunset, current })
    }
  }

  /** What there is and which routes answer it, once these are loaded. */
  const describe = () => ({
    by,
    current,
    versions: Object.entries<Version>(versions).map(([name, version]) =>
      Object.assign({ name, routes: mounted.get(name) ?? [] }, version),
    ),
  })

  return { mount, tellApart, describe }
}

/** The routes of one path by their versions, as the router keeps them. */
function createStore<Handler>() {
  const handlers = new Map<unknown, Handler>()
  return {
    get: (version: unknown) => handlers.get(version) ?? null,
    set: (version: unknown, handler: Handler) => void handlers.set(version, handler),
  }
}
