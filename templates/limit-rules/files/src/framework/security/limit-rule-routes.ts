import type { FastifyRequest } from 'fastify'
import { z } from 'zod'

import { mayAsk } from '../describe/may-ask.ts'
import { notFound } from '../http/problem.ts'
import type { Http } from '../http/server.ts'
import {
  type LimitRule,
  LimitRuleReply,
  NewLimitRule,
  toLimitRuleReply,
} from './limit-rule-store.ts'
import type { ManagedLimits } from './limit-rules.ts'

const Named = NewLimitRule.pick({ limit: true, caller: true })

/** Limits may be looked at and changed by who holds the token, in development too. */
export const limitRuleRoutes =
  ({ token }: { token: string | undefined }, { limitRules }: { limitRules: ManagedLimits }) =>
  async (http: Http) => {
    const policy = mayAsk({ open: false, token })
    if (!policy) return
    const config = { policy }

    http.get(
      '/_elif/limits',
      {
        config,
        schema: { hide: true, response: { 200: z.object({ items: z.array(LimitRuleReply) }) } },
      },
      async () => ({ items: (await limitRules.list()).map(toLimitRuleReply) }),
    )

    http.put(
      '/_elif/limits',
      { config, schema: { hide: true, body: NewLimitRule, response: { 200: LimitRuleReply } } },
      async (request) => {
        const { body } = request
        const before = limitRules.find(body.limit, body.caller)
        await limitRules.set(body)
        note(request, { before, after: body })
        return toLimitRuleReply(body)
      },
    )

    http.delete(
      '/_elif/limits',
      { config, schema: { hide: true, querystring: Named } },
      async (request, reply) => {
        const { limit, caller } = request.query
        const before = limitRules.find(limit, caller)
        if (!before) throw notFound(`There is no rule for ${limit}.`)
        await limitRules.remove(limit, caller)
        note(request, { before, after: undefined })
        return reply.code(204).send()
      },
    )
  }

type Change = { before: LimitRule | undefined; after: LimitRule | undefined }

/** Who changes what protects the app leaves a line, also where only warnings are logged. */
function note(request: FastifyRequest, { before, after }: Change) {
  request.log.warn(
    {
      audit: 'limit-rule',
      before: before && toLimitRuleReply(before),
      after: after && toLimitRuleReply(after),
      address: request.ip,
    },
    'a limit was changed',
  )
}
