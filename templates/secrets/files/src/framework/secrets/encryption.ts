import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto'

import { StartError } from '../lifecycle/start-error.ts'

const ALGORITHM = 'aes-256-gcm'

/** A key, and the short name by which values say that they are encrypted with it. */
export type Key = { id: string; bytes: Buffer }

export const newKey = () => randomBytes(32).toString('base64url')

/** The keys of a setting like `NEW,OLD`: the first one encrypts, each of them decrypts. */
export const keysIn = (setting: string): [Key, ...Key[]] => {
  const [first, ...others] = setting.split(',').map((text) => keyOf(text.trim()))
  if (!first) throw new StartError('SECRETS_KEY is empty.')
  return [first, ...others]
}

function keyOf(text: string): Key {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== 32 || bytes.toString('base64url') !== text) {
    throw new StartError('SECRETS_KEY holds no key: npm run secrets key makes one.')
  }
  return { id: hash('sha256', bytes, 'hex').slice(0, 8), bytes }
}

/** A value that only the key opens, and only under its own name. */
export function encrypted(name: string, value: string, { id, bytes }: Key): string {
  const start = randomBytes(12)
  const cipher = createCipheriv(ALGORITHM, bytes, start).setAAD(Buffer.from(name))
  const data = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
  const parts = [start, cipher.getAuthTag(), data].map((part) => part.toString('base64url'))
  return ['v1', id, ...parts].join('.')
}

/** The value again; undefined where no key opens it, or it was not encrypted under this name. */
export function decrypted(name: string, text: string, keys: Key[]): string | undefined {
  const [version, id, ...parts] = text.split('.')
  const [start, tag, data] = parts.map((part) => Buffer.from(part, 'base64url'))
  const key = keys.find((each) => each.id === id)
  if (version !== 'v1' || !key || !data || start?.length !== 12 || tag?.length !== 16)
    return undefined
  try {
    const decipher = createDecipheriv(ALGORITHM, key.bytes, start)
    decipher.setAAD(Buffer.from(name)).setAuthTag(tag)
    return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
