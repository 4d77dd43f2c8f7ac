import { dirname } from 'node:path'

import { statusOf } from '../files/file-system.ts'
import { gitState } from '../process/git.ts'
import type { Step } from '../workspace/change-set.ts'

/** What makes a repository of a new app; a remark where git cannot or need not do all of it. */
export async function gitSteps(root: string): Promise<{ steps: Step[]; remarks: string[] }> {
  const state = await gitState(nearestFolder(root))
  if (state === 'inside-repository') {
    return { steps: [], remarks: ['The app lies in a git repository already: none was made.'] }
  }
  if (state === 'missing')
    return { steps: [], remarks: ['git is not installed: no repository was made.'] }
  if (state === 'ready') return { steps: [init, add, commit], remarks: [] }
  const remark =
    'git does not know your name yet (user.name, user.email): no first commit was made.'
  return { steps: [init, add], remarks: [remark] }
}

const git = (why: string, ...words: string[]) => ({ command: 'git', arguments: words, why })
const init = git('makes a repository', 'init', '--quiet')
const add = git('takes in every file', 'add', '--all')
const commit = git('makes the first commit', 'commit', '--quiet', '--message', 'First commit')

function nearestFolder(path: string): string {
  return statusOf(path)?.isDirectory() ? path : nearestFolder(dirname(path))
}
