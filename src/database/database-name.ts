import { resolve } from 'node:path'

import { shortHash } from './server-place.ts'

/**
 * The development database of an app: its name in letters every tool takes, and a mark of its folder,
 * so that two apps of one name do not meet. At most 63 bytes, as PostgreSQL wants.
 */
export function databaseName({ name, root }: { name: string; root: string }): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  const start = /^[a-z]/.test(plain) ? plain : `app_${plain}`
  return `${start.slice(0, 50).replace(/_+$/, '')}_${shortHash(resolve(root)).slice(0, 6)}`
}
