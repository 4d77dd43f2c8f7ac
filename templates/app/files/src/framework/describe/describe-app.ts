import { hash, timingSafeEqual } from 'node:crypto'

import type { FastifyRequest } from 'fastify'

import { describeRoutes } from '../http/describe-routes.ts'
import type { Http } from '../http/server.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { describeApi } from '../openapi/describe-api.ts'
import { readPackage } from '../openapi/read-package.ts'
import { describeProcess } from './describe-process.ts'
import { modulesOf } from './modules-of.ts'

export type DescribeSettings = {
  /** Whether anybody may ask who reaches the app. */
  open: boolean
  /** Who sends it as `Authorization: Bearer …` may always ask. */
  token: string | undefined
}

type Needs = {
  lifecycle: Lifecycle
  /** The settings and where they come from, without the secrets among them. */
  explain: () => object
}

/** Tells tools and agents what the app is: `/_elif/map`, `config`, `schemas` and `health`. */
export const describeApp =
  ({ open, token }: DescribeSettings, { lifecycle, explain }: Needs) =>
  async (http: Http) => {
    if (!open && token === undefined) return

    const mayAsk = ({ headers }: FastifyRequest) =>
      open || (token !== undefined && isSame(headers.authorization ?? '', `Bearer ${token}`))
    const options = { config: { policy: mayAsk }, schema: { hide: true } }

    http.get('/_elif/map', options, async () => {
      const routes = describeRoutes({ http })
      return { app: readPackage(), modules: modulesOf(routes), routes }
    })
    http.get('/_elif/config', options, async () => explain())
    http.get('/_elif/schemas', options, async () => ({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $defs: describeApi({ http }).components.schemas,
    }))
    http.get('/_elif/health', options, async () => describeProcess(lifecycle))
  }

/** Takes as long whatever is given, so that nobody finds a token letter by letter. */
const isSame = (given: string, wanted: string) =>
  timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', wanted, 'buffer'))
