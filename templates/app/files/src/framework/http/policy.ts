import type { FastifyInstance, FastifyRequest } from 'fastify'

import { StartError } from '../lifecycle/start-error.ts'
import { type Actor, actorOf } from '../security/actor.ts'
import { isRead } from './is-read.ts'
import { forbidden } from './problem.ts'

/**
 * Who may use a route: everybody (`public`), or those for whom the function says yes. `open` means
 * that nobody has decided yet: everybody may, and production refuses to start while a write is open.
 */
export type Rule = 'open' | 'public' | Question

type Question = (request: FastifyRequest, actor: Actor) => boolean | Promise<boolean>

/** What those read of a rule who ask which there are. */
export const nameOfRule = (rule: Rule) =>
  typeof rule === 'function' ? rule.name || 'a function' : rule

/** The rules of a resource by action: `{ list: 'public', create: 'open' }`. */
export type Policy = Record<string, Rule>

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Rule
  }
  interface FastifyInstance {
    /** The writes that nobody has decided about, as `POST /products`. Complete once routes are loaded. */
    openWrites: string[]
  }
}

/** Asks before the request is validated: who may not do something learns nothing about it. */
const enforce = (rule: Question) => async (request: FastifyRequest) => {
  if (!(await rule(request, actorOf(request)))) throw forbidden('You may not do this.')
}

export function enforcePolicies(
  http: FastifyInstance,
  { allowOpenWrites }: { allowOpenWrites: boolean },
) {
  const openWrites: string[] = []
  http.decorate('openWrites', openWrites)

  http.addHook('onRoute', (route) => {
    const { method, url, config } = route
    const rule = config?.policy ?? 'open'
    if (typeof rule === 'function') {
      route.preValidation = [enforce(rule), ...[route.preValidation ?? []].flat()]
    }
    if (rule !== 'open') return
    const writes = [method].flat().filter((each) => !isRead(each))
    openWrites.push(...writes.map((each) => `${each} ${url}`))
  })

  http.addHook('onReady', async () => {
    if (allowOpenWrites || openWrites.length === 0) return
    throw new StartError(
      `Anybody may write here, and no policy says that this is meant:\n${openWrites.map((each) => `  ${each}`).join('\n')}\n` +
        `Give each a rule in its policy, or 'public' where everybody may.`,
    )
  })
}
