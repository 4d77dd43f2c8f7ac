import { join } from 'node:path'

import { z } from 'zod'

import { elifError } from '../errors/elif-error.ts'
import { statusOf } from '../files/file-system.ts'
import { versionsFile } from '../project/layout.ts'
import { dayOf } from '../text/day.ts'
import { askApp } from './ask-app.ts'

const Version = z.object({
  name: z.string(),
  deprecated: z.string().optional(),
  sunset: z.string().optional(),
  link: z.string().optional(),
  routes: z.array(z.string()),
})

const Told = z.object({
  by: z.enum(['path', 'header', 'query', 'accept']),
  current: z.string(),
  versions: z.array(Version),
})
export type ToldVersions = z.infer<typeof Told>

/** What a version is on a day: gone from its sunset on. */
export type VersionState = 'current' | 'supported' | 'deprecated' | 'gone'

export type ListedVersion = z.infer<typeof Version> & { state: VersionState }

/** The versions of an app's API, from the app itself. */
export async function askVersions(root: string): Promise<ToldVersions> {
  if (!statusOf(join(root, versionsFile)))
    throw elifError('versions-missing', { path: versionsFile })
  return Told.parse(await askApp(root, 'versions'))
}

/** The versions of an app's API and what each is at this moment. */
export async function listVersions(root: string, at: Date) {
  const { by, current, versions } = await askVersions(root)
  const today = dayOf(at)
  const listed = versions.map((version): ListedVersion =>
    Object.assign({ state: stateOf(version, current, today) }, version),
  )
  return { by, current, versions: listed }
}
export type VersionList = Awaited<ReturnType<typeof listVersions>>

type Days = Pick<ListedVersion, 'name' | 'deprecated' | 'sunset'>

function stateOf({ name, deprecated, sunset }: Days, current: string, today: string): VersionState {
  if (sunset !== undefined && sunset <= today) return 'gone'
  if (name === current) return 'current'
  return deprecated !== undefined && deprecated <= today ? 'deprecated' : 'supported'
}
