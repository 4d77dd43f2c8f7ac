import { readProgram } from './read-program.ts'

/** A file that is not as it was in a revision, by its path in the repository. */
export type GitChange = {
  path: string
  how: 'edited' | 'added' | 'deleted' | 'made something else'
}

/** The repository around a folder since one of its commits. */
export type GitChanges = { root: string; commit: string; changes: GitChange[] }

/**
 * What has changed since the work left a revision, files unknown to git included: a branch that
 * went on meanwhile is compared where the two parted. Undefined where git cannot tell.
 */
export async function changesSince(
  folder: string,
  revision: string,
): Promise<GitChanges | undefined> {
  const root = (await git(folder, 'rev-parse', '--show-toplevel'))?.replace(/\n$/, '')
  const found = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
  const named = (await git(folder, ...found))?.trim()
  if (!root || !named) return undefined
  const commit = (await git(root, 'merge-base', named, 'HEAD'))?.trim() || named
  const tracked = ['--raw', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules=none']
  const raw = await git(root, 'diff', ...tracked, commit, '--')
  const others = await git(root, 'ls-files', '--others', '--exclude-standard', '-z')
  if (raw === undefined || others === undefined) return undefined
  const added = partsOf(others).map((path) => ({ path, how: 'added' as const }))
  return { root, commit, changes: [...changesIn(raw), ...added] }
}

/** A file of a commit as git would check it out here: with this machine's line ends. */
export const textAt = ({ root, commit }: GitChanges, path: string): Promise<string | undefined> =>
  git(root, 'cat-file', '--filters', `${commit}:${path}`)

/** `:100644 100644 4f1c2a9 0000000 M`, then the path. */
function changesIn(raw: string): GitChange[] {
  const parts = partsOf(raw)
  return parts.flatMap((part, index) => {
    const path = parts[index + 1]
    if (index % 2 === 1 || path === undefined) return []
    const [before = '', after = '', , , status = ''] = part.slice(1).split(' ')
    return [{ path, how: howOf(status, before, after) }]
  })
}

/** Links, submodules and files that became programs are no edits of a text. */
function howOf(status: string, before: string, after: string): GitChange['how'] {
  if (status === 'A') return 'added'
  if (status === 'D') return 'deleted'
  const text = status === 'M' && before === after && before.startsWith('100')
  return text ? 'edited' : 'made something else'
}

const partsOf = (text: string) => text.split('\0').filter((part) => part !== '')

const git = (folder: string, ...words: string[]) =>
  readProgram({ command: 'git', arguments: words }, folder)
