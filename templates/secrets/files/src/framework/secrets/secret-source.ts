import { appFolder } from '../config/app-folder.ts'
import type { Source } from '../config/sources.ts'
import { StartError } from '../lifecycle/start-error.ts'
import { keysIn } from './encryption.ts'
import { openSecrets, readSecrets, secretFile } from './secret-file.ts'

/** The places that set something, with the encrypted file behind the environment and its files. */
export function withSecrets(sources: Source[], directory = appFolder): Source[] {
  const first = sources.findIndex(({ kind }) => kind === 'config file')
  const at = first === -1 ? sources.length : first
  return sources.toSpliced(at, 0, ...secretSources(sources, directory))
}

function secretSources(sources: Source[], directory: string): Source[] {
  const place = { name: secretFile, kind: 'env file' } as const
  try {
    const secrets = readSecrets(directory)
    if (!secrets) return []
    const key = sources.map(({ settings }) => settings['SECRETS_KEY']?.value).find(Boolean)
    if (!key) return [{ ...place, settings: {}, fault: 'is there, and SECRETS_KEY is not set' }]
    const opened = Object.entries(openSecrets(secrets, keysIn(key)))
    return [
      { ...place, settings: Object.fromEntries(opened.map(([name, value]) => [name, { value }])) },
    ]
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    return [{ ...place, settings: {}, fault: `cannot be read: ${error.message}` }]
  }
}
