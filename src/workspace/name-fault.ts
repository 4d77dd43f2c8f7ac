import { foldedName } from '../text/folded-name.ts'

/** Why elif writes to no path of this name; the kind decides what to do about it. */
export type NameFault = { kind: 'git' | 'packages' | 'state' | 'name'; says: string }

/** Git's folder under any of the names that some file system takes for it. */
const isGit = (part: string) => /^(\.git[. ]*|git~\d+)$/.test(foldedName(part))

const isPackages = (part: string) => /^node_modules[. ]*$/.test(foldedName(part))

/** A place that belongs to git, to npm or to elif's own recovery. */
export function ownedByOthers(path: string): NameFault | undefined {
  const parts = path.split('/')
  if (parts.some(isGit)) return { kind: 'git', says: `${path} lies in git's own folder.` }
  if (parts.some(isPackages)) {
    return { kind: 'packages', says: `${path} lies in node_modules, which npm replaces.` }
  }
  if (!/^\.elif\/local\/(journal(\/|$)|writing\.)/.test(foldedName(path))) return undefined
  return { kind: 'state', says: `${path} is where elif keeps its journal.` }
}

/** A name of a new file that some system cannot have: an app is checked out on all of them. */
export function impossibleName(path: string): NameFault | undefined {
  const part = path.split('/').find(isImpossible)
  return part === undefined
    ? undefined
    : { kind: 'name', says: `${path} is no name that every system can have ("${part}").` }
}

const isImpossible = (part: string) =>
  reserved.test(part) ||
  /[<>:"|?*]|[. ]$/.test(part) ||
  [...part].some((letter) => letter < ' ' || letter === '\u007f') ||
  Buffer.byteLength(part) > 255

/** Devices of Windows, with whatever ending. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
