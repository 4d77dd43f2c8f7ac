import { statfs } from 'node:fs/promises'
import { totalmem } from 'node:os'

import { type AskSettings, mayAsk } from '../describe/may-ask.ts'
import type { Http } from '../http/server.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { Parts } from '../lifecycle/parts.ts'
import type { Crew } from '../workers/crew.ts'
import { together } from './crew-health.ts'
import { readProcess } from './process-health.ts'

export type HealthNeeds = { lifecycle: Lifecycle; parts: Parts; crew?: Crew | undefined }

/** Tells people how the app is: to everybody in development, else to who holds the token, else not at all. */
export const healthDetail = (settings: AskSettings, needs: HealthNeeds) => async (http: Http) => {
  const policy = mayAsk(settings)
  if (!policy) return
  http.get('/health/detail', { config: { policy }, schema: { hide: true } }, async () =>
    readHealth(http, needs),
  )
}

/** The process that answers or, where several serve, all of them, and the machine below. */
export async function readHealth(http: Http, needs: HealthNeeds) {
  // Each part says by its state how its check went.
  await needs.parts.check().catch(() => {})
  const own = readProcess(http, needs)
  const {
    state,
    process: id,
    seconds,
    memory,
    ...others
  } = needs.crew ? together(await needs.crew.look(own)) : own
  const { bavail, blocks, bsize } = await statfs('.')
  return {
    state,
    node: process.version,
    process: id,
    seconds,
    memory: { ...memory, limit: memoryLimit() },
    disk: { free: bavail * bsize, total: blocks * bsize },
    ...others,
  }
}

/** What the process may take: of its container, else of the machine. */
const memoryLimit = () => Math.min(process.constrainedMemory() || Infinity, totalmem())
