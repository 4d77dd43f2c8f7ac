import type { FastifyBaseLogger } from 'fastify'
import { z } from 'zod'

import { describeProblems } from '../errors/describe-problems.ts'
import { type HealthNeeds, readHealth } from '../health/health-detail.ts'
import { describeRoutes } from '../http/describe-routes.ts'
import { notFound } from '../http/problem.ts'
import type { Http } from '../http/server.ts'
import { logLevel } from '../log/log-level.ts'
import { describeApi } from '../openapi/describe-api.ts'
import { readPackage } from '../openapi/read-package.ts'
import { mapApp } from './map-app.ts'
import { type AskSettings, mayAsk } from './may-ask.ts'
import { replies, replySchemas } from './replies.ts'

type Needs = HealthNeeds & {
  log: FastifyBaseLogger
  /** The settings and where they come from, without the secrets among them. */
  explain: () => object
}

const ByName = z.object({ name: z.string() })

/** Tells tools and agents what the app is; `/_elif` lists what can be asked. */
export const describeApp =
  (settings: AskSettings, { explain, ...needs }: Needs) =>
  async (http: Http) => {
    const policy = mayAsk(settings)
    if (!policy) return
    const told = (summary: string, reply?: z.ZodType) => ({
      config: { policy },
      schema: { hide: true, summary, ...(reply && { response: { 200: reply } }) },
    })

    http.get('/_elif', told('What can be asked.', replies.index), async () => ({
      app: readPackage(),
      answers: http.routeList
        .filter(({ url }) => /^\/(?:_elif\/|openapi\.)/.test(url))
        .map(({ method, url, schema }) => ({ method, path: url, tells: schema.summary ?? '' })),
    }))
    http.get(
      '/_elif/map',
      told('What the app consists of, with file and line.', replies.map),
      async () => mapApp({ http }),
    )
    http.get(
      '/_elif/routes',
      told('Each route with its policy, hooks and schemas.', replies.routes),
      async () => describeRoutes({ http }),
    )
    http.get(
      '/_elif/config',
      told('Each setting: what it is for, and where it comes from.', replies.config),
      async () => explain(),
    )
    http.get(
      '/_elif/problems',
      told('Each code that a caller may be answered with.', replies.problems),
      async () => describeProblems(),
    )
    http.get(
      '/_elif/schemas',
      told('JSON Schema of what the API takes and gives.', replies.schemas),
      async () => ({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $defs: describeApi({ http }).components.schemas,
      }),
    )
    http.get(
      '/_elif/health',
      told('How the process is, and all that it stands on.', replies.health),
      async () => readHealth(http, needs),
    )
    http.get(
      '/_elif/parts/:name',
      told('What a part of the platform tells of itself, as the database its tables.'),
      async ({ params }) => {
        const { name } = ByName.parse(params)
        const description = await needs.parts.describe(name)
        if (description === undefined) throw notFound(`No part ${name} tells anything of itself.`)
        return description
      },
    )
    http.register(logLevel(policy, needs))
    http.get('/_elif/schema', told('JSON Schema of these answers.'), async () => replySchemas())
  }
