import { join, relative } from 'node:path'

import { byGravity, type Finding, finding, unreadFinding } from '../check/finding.ts'
import { elifError } from '../errors/elif-error.ts'
import { readText } from '../files/read-text.ts'
import { changesSince, type GitChange, type GitChanges, textAt } from '../process/git-changes.ts'
import type { App } from '../project/find-app.ts'
import { changedOutside } from '../source/outside-regions.ts'
import { openReaders } from '../source/readers.ts'
import { placeOf } from '../text/lines.ts'
import type { Checked } from './check.ts'

type Options = { app: Pick<App, 'root'>; only: string[]; base: string }
type Judge = Options & { git: GitChanges }

/** Whether the repository differs from a revision only inside the named regions. */
export async function checkOnly(options: Options): Promise<Checked> {
  const git = await changesSince(options.app.root, options.base)
  if (!git) throw elifError('revision-unknown', { revision: options.base })
  await openReaders()
  const findings: Finding[] = []
  for (const change of git.changes) findings.push(...(await judged(change, { ...options, git })))
  return { healthy: findings.length === 0, findings: findings.toSorted(byGravity) }
}

async function judged(change: GitChange, judge: Judge): Promise<Finding[]> {
  const { app, git, only } = judge
  const path = relative(app.root, join(git.root, change.path)).replaceAll('\\', '/')
  const values = { path, how: change.how, only }
  if (change.how !== 'edited') return [finding('error', { path }, 'change-outside', values)]
  try {
    const after = readText(join(git.root, change.path)) ?? ''
    const before = (await textAt(git, change.path)) ?? ''
    return changedOutside(before, after, path, ({ name }) => isNamed(only, name, path)).map(
      (place) => finding('error', { path, ...placeOf(after, place) }, 'change-outside', values),
    )
  } catch (fault) {
    return [unreadFinding(fault, path)]
  }
}

const isNamed = (only: string[], name: string, path: string) =>
  only.includes(name) || only.includes(`${path}:${name}`)
