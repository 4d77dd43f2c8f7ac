import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { StartError } from '../lifecycle/start-error.ts'
import { appFolder } from './app-folder.ts'
import { configFormats, settingsIn } from './config-file.ts'
import { readEnvFile } from './env-file.ts'
import { profiles } from './profile.ts'

export type Variables = Record<string, string | undefined>
export type Setting = { value: string; line?: number }

/** One place that sets something; what is wrong with the place itself is told with the settings. */
export type Source = {
  name: string
  kind: 'environment' | 'env file' | 'config file'
  settings: Record<string, Setting>
  fault?: string
}

/**
 * Everything that says how the app is set, the strongest first:
 *
 * 1. the environment of the process
 * 2. `.env.<profile>`, then `.env`: for this machine, never committed
 * 3. `config/<profile>.json` (or .yaml, .toml): for everybody, committed, without secrets
 *
 * A secret may lie in a file that the first two name: `APP_SECRET_FILE=/run/secrets/app`.
 * What none of them sets has the default of its schema. An empty value sets nothing.
 * NODE_ENV, in the environment or in `.env`, is the profile.
 */
export function findSources(environment: Variables, directory?: string): Source[] {
  const own = environmentSource(environment)
  const shared = envSources('.env', directory)
  const named = [own, ...shared].map(({ settings }) => settings['NODE_ENV']?.value).find(Boolean)
  const profile = profiles.find((each) => each === (named ?? 'development'))
  if (!profile) return [own, ...shared]
  const files = [...envSources(`.env.${profile}`, directory), ...shared]
  return [withoutCopies(own, files), ...files, ...configSources(profile, directory ?? appFolder)]
}

/** Gives what env files set to packages that read the environment themselves. */
export function fillEnvironment(environment: Variables, directory?: string) {
  const files = findSources(environment, directory).filter(({ kind }) => kind === 'env file')
  for (const { settings } of files) {
    for (const [name, { value }] of Object.entries(settings)) environment[name] ||= value
  }
}

/** What the environment was given from a file is told as the file's. */
function withoutCopies(own: Source, files: Source[]): Source {
  const settings = Object.entries(own.settings).filter(([name, { value }]) => {
    const inFile = files.map((file) => file.settings[name]?.value).find(Boolean)
    return value !== inFile
  })
  return { ...own, settings: Object.fromEntries(settings) }
}

/** Variables as a place that sets something. */
export function environmentSource(environment: Variables): Source {
  const settings = Object.entries(environment).map(([name, value = '']) => [name, { value }])
  return { name: 'the environment', kind: 'environment', settings: Object.fromEntries(settings) }
}

function envSources(name: string, directory = '.'): Source[] {
  const path = join(directory, name)
  if (!existsSync(path)) return []
  return [{ name, kind: 'env file', settings: readEnvFile(readFileSync(path, 'utf8')) }]
}

/** The files of settings of a profile that everybody has, the strongest first. */
export function configSources(profile: string, directory: string): Source[] {
  return Object.entries(configFormats).flatMap(([format, parse]) => {
    const name = `config/${profile}.${format}`
    const path = join(directory, name)
    if (!existsSync(path)) return []
    const text = readFileSync(path, 'utf8')
    const kind = 'config file'
    try {
      return [{ name, kind, settings: settingsIn(parse(text, directory), text) }]
    } catch (error) {
      // The words of a parser quote what it reads.
      const fault = error instanceof StartError ? error.message : `is not ${format.toUpperCase()}`
      return [{ name, kind, settings: {}, fault }]
    }
  })
}
