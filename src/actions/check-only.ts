import { join, relative } from 'node:path'

import { byGravity, type Finding, finding, unreadFinding } from '../check/finding.ts'
import { elifError } from '../errors/elif-error.ts'
import { diskFiles } from '../files/files.ts'
import { changesSince, type GitChange, type GitChanges, textAt } from '../process/git-changes.ts'
import type { App } from '../project/find-app.ts'
import type { Region } from '../source/pair-markers.ts'
import { changedOutside } from '../source/outside-regions.ts'
import { openReaders } from '../source/readers.ts'
import { placeOf } from '../text/lines.ts'
import { nearest } from '../text/nearest.ts'
import type { Checked } from './check.ts'
import { listRegions } from './markers.ts'

type Options = { app: Pick<App, 'root' | 'files'>; only: string[]; base: string }
type Judge = Options & {
  git: GitChanges
  /** The regions of the files that changed, as they are called now and were before. */
  met: Set<string>
}

/**
 * Whether the repository has changed since a revision only inside the named regions. Markers that
 * were taken away are found as a change; a name that no file holds is refused.
 */
export async function checkOnly(options: Options): Promise<Checked> {
  const git = await changesSince(options.app.root, options.base)
  if (!git) throw elifError('revision-unknown', { revision: options.base })
  await openReaders()
  const findings: Finding[] = []
  const judge = { ...options, git, met: new Set<string>() }
  for (const change of git.changes) findings.push(...(await judged(change, judge)))
  await refuseUnknown(judge)
  return { healthy: findings.length === 0, findings: findings.toSorted(byGravity) }
}

/** A name that is mistyped would forbid every change, and say so of the wrong thing. */
async function refuseUnknown({ app, only, met }: Judge): Promise<void> {
  if (only.every((name) => met.has(name))) return
  const { regions } = await listRegions(app.files)
  const known = [...met, ...regions.flatMap(({ name, file }) => callNames(file, name))]
  const wanted = only.find((name) => !known.includes(name))
  if (wanted === undefined) return
  throw elifError('region-unknown', { wanted, near: nearest(wanted, known) })
}

async function judged(change: GitChange, judge: Judge): Promise<Finding[]> {
  const { app, git, only, met } = judge
  const path = relative(app.root, join(git.root, change.path)).replaceAll('\\', '/')
  const values = { path, how: change.how, only }
  if (change.how !== 'edited') return [finding('error', { path }, 'change-outside', values)]
  try {
    const after = diskFiles(git.root).read(change.path) ?? ''
    const before = (await textAt(git, change.path)) ?? ''
    const isOpen = ({ name }: Region) => {
      const names = callNames(path, name)
      for (const each of names) met.add(each)
      return names.some((each) => only.includes(each))
    }
    return changedOutside(before, after, path, isOpen).map((place) =>
      finding('error', { path, ...placeOf(after, place) }, 'change-outside', values),
    )
  } catch (fault) {
    return [unreadFinding(fault, path)]
  }
}

const callNames = (path: string, name: string) => [name, `${path}:${name}`]
