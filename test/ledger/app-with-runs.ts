import { join } from 'node:path'

import { planMakeResource } from '../../src/actions/make-resource.ts'
import { planNewApp } from '../../src/actions/new-app.ts'
import { scratchFolder } from '../files/scratch-folder.ts'
import type { Preset } from '../../src/project/presets.ts'
import { appInMemory } from '../golden/app-in-memory.ts'

const fields = ['name:string', 'tail:text?']

/** The moment of a run: each is made one hour after the one before it. */
export const hour = (hours: number) => new Date(Date.UTC(2026, 10, 20, hours))

export type AppWithRuns = Awaited<ReturnType<typeof appWithRuns>>

/** An app in memory made by `elif new` at eight. */
export async function newAppWithRun(preset: Preset = 'api') {
  const app = await appInMemory({}, preset)
  const root = join(scratchFolder('elif-runs-'), 'shop')
  const place = { root, packageName: 'shop', typed: 'shop' }
  const how = { install: false, git: false, version: '0.1.0', preset, at: hour(8) }
  app.land(await planNewApp({ ...place, ...how }), hour(8))
  return app
}

/** The same with a resource in its own module at nine. */
export async function appWithRuns() {
  const app = await newAppWithRun()
  app.land(
    await planMakeResource({ files: app.files(), name: 'Kite', fields, at: hour(9) }),
    hour(9),
  )
  return app
}

/** Another resource, whose entries go into files that are there. */
export async function addLine(app: AppWithRuns, hours: number) {
  const line = { name: 'Line', fields: ['length:integer'], module: 'kites', at: hour(hours) }
  app.land(await planMakeResource({ files: app.files(), ...line }), hour(hours))
}

/** Changes a text of an app as its owner would. */
export function editIn(app: AppWithRuns, path: string, from: string, to: string) {
  const text = app.read(path) ?? ''
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  app.write(path, text.replace(from, to))
}
