import type { FastifyBaseLogger } from 'fastify'
import { z } from 'zod'

import type { Rule } from '../http/policy.ts'
import type { Http } from '../http/server.ts'
import type { Crew } from '../workers/crew.ts'
import { levels } from './log.ts'

const Level = z.strictObject({ level: z.enum(levels) })

/** From which level on the log is written; a PUT changes it in all workers, until the app starts again. */
export const logLevel =
  (policy: Rule, { log, crew }: { log: FastifyBaseLogger; crew?: Crew | undefined }) =>
  async (http: Http) => {
    const summary = 'From which level on the log is written; PUT { "level": "debug" } changes it.'
    const schema = { hide: true, summary, response: { 200: Level } }
    const told = () => Level.parse({ level: log.level })

    http.get('/_elif/log', { config: { policy }, schema }, async () => told())
    http.put(
      '/_elif/log',
      { config: { policy }, schema: { ...schema, body: Level } },
      async ({ body: { level } }) => {
        log.info({ now: level }, 'the level of the log has changed')
        log.level = level
        crew?.shareLogLevel(level)
        return told()
      },
    )
  }
