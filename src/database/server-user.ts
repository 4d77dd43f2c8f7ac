import type { Owner } from '../files/folder.ts'
import { readText } from '../files/read-text.ts'
import { userNumber } from '../files/user-folders.ts'

/**
 * The user a server runs as: undefined for "this one". PostgreSQL refuses to run as root, and initdb
 * wants a user with an entry in the passwd file.
 */
export function serverUser(): Owner {
  if (userNumber() !== 0) return undefined
  const lines = (readText('/etc/passwd') ?? '').split('\n').map((line) => line.split(':'))
  const entry = ['postgres', 'nobody'].flatMap((name) => lines.filter(([each]) => each === name))[0]
  return entry ? { uid: Number(entry[2]), gid: Number(entry[3]) } : { uid: 65_534, gid: 65_534 }
}
