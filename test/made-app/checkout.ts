import { mustRun } from './run-program.ts'

/** Line ends as a checkout on Windows has them: git itself writes the files anew. */
export async function checkOutWithCarriageReturns(root: string): Promise<void> {
  const git = (...words: string[]) => mustRun('git', words, { cwd: root })
  await git('init', '--quiet')
  await git('config', 'core.autocrlf', 'true')
  await git('config', 'user.name', 'Test')
  await git('config', 'user.email', 'test@example.com')
  await git('add', '--all')
  await git('commit', '--quiet', '--message', 'First')
  await git('rm', '--quiet', '-r', '--cached', '.')
  await git('reset', '--quiet', '--hard')
}
