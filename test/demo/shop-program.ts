import { execa } from 'execa'

import { quoted, say } from './say.ts'

/** The demo's own database is the one elif brings, whatever DATABASE_URL says here. */
export const environment = { DATABASE_URL: undefined, NODE_ENV: undefined }

/** Runs `./elif …` in the shop, shown as it can be typed. */
export const elifInShop = (shop: string, words: string[]): Promise<void> =>
  shownProgram(shop, { typed: './elif', runs: 'elif' }, words)

/** Runs a JavaScript program with this Node; `typed` is what a shell would be told instead. */
export async function shownProgram(
  cwd: string,
  { typed, runs }: { typed: string; runs: string },
  words: string[],
): Promise<void> {
  const command = [typed, ...words.map(quoted)].join(' ')
  say.command(command)
  const { exitCode } = await execa(process.execPath, [runs, ...words], {
    cwd,
    env: environment,
    reject: false,
    stdin: 'ignore',
    stdout: 'inherit',
    stderr: 'inherit',
  })
  if (exitCode !== 0) throw new Error(`${command} ended with ${exitCode}; what it said is above.`)
}

/** What `./elif … --json` answers in the shop, without showing it. */
export async function answerInShop(shop: string, words: string[]): Promise<unknown> {
  const { stdout } = await execa(process.execPath, ['elif', ...words, '--json'], {
    cwd: shop,
    env: environment,
    stdin: 'ignore',
  })
  return JSON.parse(stdout)
}
