import { ElifError, elifError } from '../errors/elif-error.ts'
import { newAppPlace, refuseNewApp } from '../project/new-app-place.ts'
import { askFor, askWhether, canAsk } from '../terminal/prompts.ts'
import { typedBack } from './typed-back.ts'

export type NewAppAnswers = { name: string; install: boolean; git: boolean }

/** What a new app needs to know, asked for where NAME is missing; undefined when cancelled. */
export async function newAppAnswers(
  name: string | undefined,
  defaults: Omit<NewAppAnswers, 'name'>,
  mayAsk: boolean,
): Promise<NewAppAnswers | undefined> {
  if (name !== undefined) return { name, ...defaults }
  if (mayAsk && canAsk()) return asked(defaults)
  throw elifError('argument-missing', { names: ['name'], usage: typedBack('new NAME') })
}

async function asked(defaults: Omit<NewAppAnswers, 'name'>): Promise<NewAppAnswers | undefined> {
  const name = await askFor('What is the app called?', { initial: 'my-app', check: nameFault })
  if (name === undefined) return undefined
  const install = defaults.install && (await askWhether('Install its packages with npm?', true))
  if (install === undefined) return undefined
  const git = defaults.git && (await askWhether('Make a git repository?', true))
  return git === undefined ? undefined : { name, install, git }
}

function nameFault(name: string): string | undefined {
  try {
    refuseNewApp(newAppPlace(name, process.cwd()))
    return undefined
  } catch (fault) {
    if (fault instanceof ElifError) return fault.message
    throw fault
  }
}
