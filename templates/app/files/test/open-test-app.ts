import type { InjectOptions } from 'fastify'

import { createApp } from '#app/app.ts'
import { readConfig } from '#app/config.ts'
import { type Clock, systemClock } from '#app/framework/clock/clock.ts'
import { createLifecycle } from '#app/framework/lifecycle/lifecycle.ts'
import { createPlatform, type Platform } from '#app/platform.ts'
import { leastEnvironment } from './least-environment.ts'
import { expectAnswer } from './test-request.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

let building: ReturnType<typeof build> | undefined
let clock: Clock = systemClock

/**
 * The whole app, as it was before again after each test: `await using app = await openTestApp()`.
 * What is given replaces that part of the platform: `openTestApp({ clock: fixedClock('2026-01-31T12:00:00Z') })`.
 */
export async function openTestApp(replacements: Partial<Platform> = {}) {
  building ??= build()
  const built = await building
  const { clock: given = systemClock, ...others } = replacements
  clock = given
  const isOther = Object.keys(others).length > 0
  const { http, platform, reset } = isOther ? await buildWith(built, others) : built

  const request = (options: InjectOptions & { method: Method; url: string }) =>
    expectAnswer(`${options.method} ${options.url}`, http.inject(options))

  const send = (method: Method) => (url: string, body?: object) =>
    request({ method, url, ...(body && { payload: body }) })

  return {
    request,
    get: send('GET'),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    delete: send('DELETE'),
    platform,
    [Symbol.asyncDispose]: reset,
  }
}

async function build() {
  const config = readConfig({
    ...leastEnvironment,
    LOG_LEVEL: 'silent',
    // All tests ask from one address.
    RATE_LIMIT: '1000000',
    RATE_LIMIT_WRITES: '1000000',
  })
  const platform = createPlatform(config, { clock: { now: () => clock.now() } })
  const { http } = createApp(config, platform)
  await http.ready()
  return { config, http, platform, reset: puttingBack([]) }
}

/** What tests leave behind is put back in this order. */
const puttingBack = (resets: (() => Promise<void>)[]) => async () => {
  for (const reset of resets) await reset()
}

/** All but the clock is known to the modules from when they are built: another app, on the same platform. */
async function buildWith(built: Awaited<ReturnType<typeof build>>, others: Partial<Platform>) {
  const { config, reset } = built
  const platform = { ...built.platform, lifecycle: createLifecycle(), ...others }
  const { http } = createApp(config, platform)
  await http.ready()
  return { http, platform, reset: () => Promise.all([http.close(), reset()]).then(() => {}) }
}
