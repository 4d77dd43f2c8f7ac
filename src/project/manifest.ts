import { z } from 'zod'

import { elifError } from '../errors/elif-error.ts'
import { messageOf } from '../errors/message-of.ts'
import { presetNames } from './presets.ts'

/** The app's choices, as `elif.json` holds them: small, sorted and mergeable. */
export const Manifest = z.strictObject({
  name: z.string().min(1),
  elif: z.string().min(1),
  preset: z.enum(presetNames),
  features: z.array(z.string()),
})
export type Manifest = z.infer<typeof Manifest>

const Made = z.object({ elif: z.string() })

/** Reads the text of `elif.json`; every fault names the field it is about. */
export function parseManifest(text: string, path = 'elif.json'): Manifest {
  const read = Manifest.safeParse(jsonOf(text, path))
  if (read.success) return read.data
  throw elifError('manifest-invalid', { faults: faultsOf(read.error) }, { at: { path } })
}

/** The same for an app on disk, which a newer elif than the running one may have written. */
export async function readManifest(text: string, path: string, running: string): Promise<Manifest> {
  const json = jsonOf(text, path)
  const read = Manifest.safeParse(json)
  if (read.success) return read.data
  const faults = faultsOf(read.error)
  const of = Made.safeParse(json).data?.elif
  const newer = of !== undefined && (await isNewer(of, running)) && { newer: { of, running } }
  throw elifError('manifest-invalid', { faults, ...newer }, { at: { path } })
}

/** The version of the elif that wrote an elif.json, whatever else it says; none newer than this. */
export async function versionIn(text: string, path: string, running: string): Promise<string> {
  const read = Made.safeParse(jsonOf(text, path))
  if (!read.success) {
    throw elifError('manifest-invalid', { faults: faultsOf(read.error) }, { at: { path } })
  }
  const { elif: of } = read.data
  if (await isNewer(of, running))
    throw elifError('upgrade-newer', { of, running }, { at: { path } })
  return of
}

/** The text of `elif.json`: one feature a line, sorted, so that two branches merge. */
export function manifestText(manifest: Manifest): string {
  const features = [...new Set(manifest.features)].toSorted()
  return `${JSON.stringify({ ...manifest, features }, null, 2)}\n`
}

const faultsOf = ({ issues }: z.ZodError): string[] =>
  issues.map(({ path: keys, message }) =>
    [...(keys.length > 0 ? [keys.join('.')] : []), message].join(': '),
  )

/** Whether a version is later than that of the running elif. */
export async function isNewer(version: string, running: string): Promise<boolean> {
  const { default: semver } = await import('semver')
  return semver.valid(version) !== null && semver.gt(version, running)
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw elifError('manifest-unreadable', { because: messageOf(cause) }, { at: { path }, cause })
  }
}
