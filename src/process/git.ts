import { run } from './run.ts'

/** How far git can go in a folder that is to become a repository. */
export type GitState = 'ready' | 'no-identity' | 'inside-repository' | 'missing'

/** Asks git itself: its settings come from many places, identity from the environment too. */
export async function gitState(folder: string): Promise<GitState> {
  const ask = (...words: string[]) => run({ command: 'git', arguments: words }, { cwd: folder })
  if ((await ask('--version')).exitCode !== 0) return 'missing'
  const inside = await ask('rev-parse', '--is-inside-work-tree')
  if (inside.exitCode === 0) return 'inside-repository'
  return (await ask('var', 'GIT_COMMITTER_IDENT')).exitCode === 0 ? 'ready' : 'no-identity'
}
