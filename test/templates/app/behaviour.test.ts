import { createRequire } from 'node:module'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'

import { behaviourFile, settingsOf } from '../../../src/recipe/behaviours.ts'
import { newApp } from '../../golden/new-app.ts'

const template = '../../../templates/app/files/src/framework'
/** The same files, and those of the database. */
const made = '../../../fixtures/golden/new/src/framework'
const Utils = z.object({ prepareValue: z.custom<(value: unknown) => unknown>() })
const zone = process.env['TZ']

beforeEach(() => {
  vi.resetModules()
  process.env['TZ'] = 'Europe/Amsterdam'
})
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

/** What the driver sends for a moment when the app has flipped its setting or not. */
async function sent(moment: string, datesInUtc: boolean): Promise<unknown> {
  const { behaviour } = await import(`${made}/behaviour.ts`)
  behaviour.datesInUtc = datesInUtc
  await import(`${made}/database/pool.ts`)
  const utils = Utils.parse(createRequire(import.meta.url)('pg/lib/utils.js'))
  return utils.prepareValue(new Date(moment))
}

test('dates are sent in UTC, or in the zone of the process as they once were', async () => {
  expect(await sent('2026-01-31T12:00:00Z', true)).toBe('2026-01-31T12:00:00.000+00:00')
  vi.resetModules()
  expect(await sent('2026-01-31T12:00:00Z', false)).toBe('2026-01-31T13:00:00.000+01:00')
})

/** Which of these headers an answer carries when the app has flipped its setting or not. */
async function carried(guarded: boolean, names: string[]): Promise<string[]> {
  const { behaviour } = await import(`${template}/behaviour.ts`)
  behaviour.guarded = guarded
  const { openHttp } = await import('./open-http.ts')
  await using app = openHttp((http) => void http.get('/', async () => 'answer'))
  const { headers } = await app.http.inject('/')
  return names.filter((name) => name in headers)
}

test('answers are guarded and counted, or as they once were', async () => {
  const names = ['content-security-policy', 'ratelimit']
  expect(await carried(true, names)).toEqual(names)
  vi.resetModules()
  expect(await carried(false, names)).toEqual([])
})

test('a new app behaves in the new way throughout, and each setting says what it does', async () => {
  const text = (await newApp('shop'))[behaviourFile] ?? ''
  expect(settingsOf(text).length).toBeGreaterThan(0)
  expect(text).not.toContain(': false,')
  for (const name of settingsOf(text)) expect(text).toMatch(new RegExp(`\\*/\\n  ${name}: true,`))
})
