import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const moment = /\d{8}T\d{6}|\d{4}-\d\d-\d\dT[\d:.]+Z/g
const run = /^\.elif\/runs\/.*(\.\w+)$/

/**
 * Every file of an app with its text and its mode, hidden ones and the ledger included, but for what
 * this machine keeps. Moments are made equal and runs are named by what they record, so that the
 * same commands give the same tree at any time.
 */
export function comparedTree(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !/^(\.git|\.elif\/local|node_modules)(\/|$)/.test(path),
  )
  return Object.fromEntries(
    paths.toSorted().map((path) => {
      const status = statSync(join(root, path))
      const mode = (status.mode & 0o777).toString(8)
      if (status.isDirectory()) return [path, `${mode} folder`]
      const text = readFileSync(join(root, path), 'utf8').replaceAll(moment, '<moment>')
      const [, ending] = run.exec(path) ?? []
      const name = ending ? `.elif/runs/${hashOf(text)}${ending}` : path
      return [name.replaceAll(moment, '<moment>'), `${mode} ${text}`]
    }),
  )
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
