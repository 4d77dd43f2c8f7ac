import { elifError } from '../errors/elif-error.ts'
import { nearest } from '../text/nearest.ts'

/** What an app begins with: the features that it is made with, and what it is for. */
export const presets = {
  api: { features: ['database'], summary: 'an HTTP API on PostgreSQL' },
  minimal: { features: [], summary: 'HTTP without a database' },
} as const satisfies Record<string, { features: string[]; summary: string }>

export type Preset = keyof typeof presets
export const presetNames = ['api', 'minimal'] as const satisfies Preset[]

/** All of them as part of a sentence: `api (an HTTP API on PostgreSQL)`. */
export const presetsText = presetNames
  .map((name) => `${name} (${presets[name].summary})`)
  .join(', ')

/** The preset that a person means. */
export function presetNamed(name: string): Preset {
  const found = presetNames.find((each) => each === name)
  if (found !== undefined) return found
  const meant = nearest(name, [...presetNames])
  throw elifError('preset-unknown', { name, known: presetsText, meant })
}
