import { chmodSync, chownSync, cpSync, lchownSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Whose a file becomes; undefined leaves it with whoever runs this. */
export type Owner = { uid: number; gid: number } | undefined

/** Makes a folder with exactly this mode and owner; its parents get the usual ones. */
export function makeFolder(path: string, options: { mode: number; owner?: Owner }): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 })
  mkdirSync(path, { recursive: true, mode: options.mode })
  chmodSync(path, options.mode)
  if (options.owner) chownSync(path, options.owner.uid, options.owner.gid)
}

/** Copies a folder, links as they are, leaving out what `skip` names. */
export function copyFolder(
  from: string,
  to: string,
  options: { skip?: (path: string) => boolean } = {},
): void {
  const { skip } = options
  const filter = skip ? { filter: (source: string) => !skip(source) } : {}
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, ...filter })
}

/** Gives a folder and all that is in it to one owner. */
export function giveFolder(path: string, owner: Owner): void {
  if (!owner) return
  chownSync(path, owner.uid, owner.gid)
  for (const each of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(path, each), owner.uid, owner.gid)
  }
}
