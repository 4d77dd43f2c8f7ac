import { z } from 'zod'

import { elifError } from '../errors/elif-error.ts'
import { messageOf } from '../errors/message-of.ts'

/** The app's choices, as `elif.json` holds them: small, sorted and mergeable. */
export const Manifest = z.strictObject({
  name: z.string().min(1),
  elif: z.string().min(1),
  preset: z.enum(['api']),
  features: z.array(z.string()),
})
export type Manifest = z.infer<typeof Manifest>

/** Reads the text of `elif.json`; every fault names the field it is about. */
export function parseManifest(text: string, path = 'elif.json'): Manifest {
  const read = Manifest.safeParse(jsonOf(text, path))
  if (read.success) return read.data
  const faults = read.error.issues.map(({ path: keys, message }) =>
    [...(keys.length > 0 ? [keys.join('.')] : []), message].join(': '),
  )
  throw elifError('manifest-invalid', { faults }, { at: { path } })
}

/** The text of `elif.json`: one feature a line, sorted, so that two branches merge. */
export function manifestText(manifest: Manifest): string {
  const features = [...new Set(manifest.features)].toSorted()
  return `${JSON.stringify({ ...manifest, features }, null, 2)}\n`
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw elifError('manifest-unreadable', { because: messageOf(cause) }, { at: { path }, cause })
  }
}
