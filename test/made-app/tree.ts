import { globSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'

export type Tree = Record<string, string>

const ignored = /^(node_modules|\.git|\.elif\/local)(\/|$)/
const ledger = /^\.elif\//
const moment = /\d{8}T\d{6}/g

/**
 * Every file of an app with its text, without what npm, git and this machine keep there. Moments in
 * names and texts are made equal, so that two runs of one command compare; `ledger: false` leaves out
 * the record of runs, which names its files by chance.
 */
export function treeOf(root: string, options = { ledger: true }): Tree {
  const paths = filesIn(root).filter((path) => options.ledger || !ledger.test(path))
  return Object.fromEntries(
    paths.map((path) => [equalised(path), equalised(readFileSync(join(root, path), 'utf8'))]),
  )
}

const equalised = (text: string) => text.replaceAll(moment, '<moment>')

function filesIn(root: string, folder = ''): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (ignored.test(path)) return []
    return entry.isDirectory() ? filesIn(root, path) : [path]
  })
}

/** Takes elif out of an app as someone would who leaves it: launcher, ledger, choices and markers. */
export function leaveElif(root: string): void {
  for (const path of ['elif', '.elif', 'elif.json']) rmSync(join(root, path), { recursive: true })
  for (const path of globSync('{bin,database,src,test}/**/*.ts', { cwd: root })) {
    const text = readFileSync(join(root, path), 'utf8')
    const left = text.replaceAll(/^[ \t]*(\/\/|#) #(end)?region (elif|custom):.*\n/gm, '')
    if (left !== text) writeFileSync(join(root, path), left)
  }
}
