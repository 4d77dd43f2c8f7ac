import { ElifError, elifError } from '../errors/elif-error.ts'
import { newAppPlace, refuseNewApp } from '../project/new-app-place.ts'
import { type Preset, presetNames, presets } from '../project/presets.ts'
import { askFor, askWhether, askWhich, canAsk } from '../terminal/prompts.ts'
import { typedBack } from './typed-back.ts'

export type NewAppAnswers = { name: string; preset: Preset; install: boolean; git: boolean }

/** What flags have said; the preset is asked for where none of them names it. */
type Said = Omit<NewAppAnswers, 'name' | 'preset'> & { preset: Preset | undefined }

/** What a new app needs to know, asked for where NAME is missing; undefined when cancelled. */
export async function newAppAnswers(
  name: string | undefined,
  defaults: Said,
  mayAsk: boolean,
): Promise<NewAppAnswers | undefined> {
  if (name !== undefined) return { name, ...defaults, preset: defaults.preset ?? 'api' }
  if (mayAsk && canAsk()) return asked(defaults)
  throw elifError('argument-missing', { names: ['name'], usage: typedBack('new NAME') })
}

async function asked(defaults: Said): Promise<NewAppAnswers | undefined> {
  const name = await askFor('What is the app called?', { initial: 'my-app', check: nameFault })
  if (name === undefined) return undefined
  const preset = defaults.preset ?? (await askWhich('What does it begin with?', choices))
  if (preset === undefined) return undefined
  const install = defaults.install && (await askWhether('Install its packages with npm?', true))
  if (install === undefined) return undefined
  const git = defaults.git && (await askWhether('Make a git repository?', true))
  return git === undefined ? undefined : { name, preset, install, git }
}

const choices = presetNames.map((value) => ({ value, hint: presets[value].summary }))

function nameFault(name: string): string | undefined {
  try {
    refuseNewApp(newAppPlace(name, process.cwd()))
    return undefined
  } catch (fault) {
    if (fault instanceof ElifError) return fault.message
    throw fault
  }
}
