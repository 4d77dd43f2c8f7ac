import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { mustRun } from './run-program.ts'

/** Line ends as a team has them that decided for CRLF: git itself writes the files anew. */
export async function checkOutWithCarriageReturns(root: string): Promise<void> {
  const git = (...words: string[]) => mustRun('git', words, { cwd: root })
  change(root, '.gitattributes', (text) => text.replace('eol=lf', 'eol=crlf'))
  change(root, '.prettierrc.json', (text) => text.replace('{', '{\n  "endOfLine": "crlf",'))
  await git('init', '--quiet')
  await git('config', 'user.name', 'Test')
  await git('config', 'user.email', 'test@example.com')
  await git('add', '--all')
  await git('commit', '--quiet', '--message', 'First')
  await git('rm', '--quiet', '-r', '--cached', '.')
  await git('reset', '--quiet', '--hard')
}

function change(root: string, path: string, how: (text: string) => string): void {
  const text = readFileSync(join(root, path), 'utf8')
  writeFileSync(join(root, path), how(text))
}
