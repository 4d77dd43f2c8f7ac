import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { z } from 'zod'

import { appFolder } from '../config/app-folder.ts'
import { StartError } from '../lifecycle/start-error.ts'
import { decrypted, encrypted, type Key } from './encryption.ts'

export const secretFile = 'config/secrets.json'

/** The encrypted values by their names. */
const Secrets = z.record(z.string().regex(/^\w+$/), z.string())
type Secrets = z.infer<typeof Secrets>

/** What the file of a folder holds, still encrypted; undefined where there is none. */
export function readSecrets(directory = appFolder): Secrets | undefined {
  const path = join(directory, secretFile)
  if (!existsSync(path)) return undefined
  try {
    return Secrets.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new StartError(`${secretFile} is no file of secrets.`, { cause })
  }
}

/** One name a line, in their order, so that two branches merge. */
function writeSecrets(secrets: Secrets, directory: string) {
  const path = join(directory, secretFile)
  const sorted = Object.fromEntries(
    Object.entries(secrets).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.part`, `${JSON.stringify(sorted, undefined, 2)}\n`)
  renameSync(`${path}.part`, path)
}

/** All values by their names; throws with the names of those that the keys do not open. */
export function openSecrets(secrets: Secrets, keys: Key[]): Record<string, string> {
  const opened = Object.entries(secrets).map(([name, text]) => ({
    name,
    value: decrypted(name, text, keys),
  }))
  const shut = opened.filter(({ value }) => value === undefined).map(({ name }) => name)
  if (shut.length > 0) {
    throw new StartError(`SECRETS_KEY does not open ${shut.join(', ')} in ${secretFile}.`)
  }
  return Object.fromEntries(opened.map(({ name, value = '' }) => [name, value]))
}

export function setSecret(name: string, value: string, key: Key, directory = appFolder) {
  if (!/^\w+$/.test(name)) throw new StartError(`"${name}" cannot be the name of a setting.`)
  writeSecrets({ ...readSecrets(directory), [name]: encrypted(name, value, key) }, directory)
}

/** Whether there was one. */
export function removeSecret(name: string, directory = appFolder): boolean {
  const { [name]: gone, ...kept } = readSecrets(directory) ?? {}
  if (gone === undefined) return false
  writeSecrets(kept, directory)
  return true
}

/** Encrypts everything anew by the first key; answers how much that was. */
export function rotateSecrets(keys: [Key, ...Key[]], directory = appFolder): number {
  const entries = Object.entries(openSecrets(readSecrets(directory) ?? {}, keys))
  const anew = entries.map(([name, value]) => [name, encrypted(name, value, keys[0])] as const)
  writeSecrets(Object.fromEntries(anew), directory)
  return entries.length
}
