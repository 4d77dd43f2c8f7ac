import { sha256 } from '../files/sha256.ts'
import { conflictSides } from '../text/conflict-sides.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { laidRender } from './laid-render.ts'
import { basePath, basesFolder, pathOfBase } from './ledger-paths.ts'
import { managedFiles } from './managed-files.ts'
import { readBase, type Recorded } from './read-ledger.ts'
import type { Repaired } from './repaired.ts'
import type { FileRecord } from './run-record.ts'
import { standingRuns } from './undone-runs.ts'

/** What the recorded answers render today, by path. */
export type Renders = () => Promise<ReadonlyMap<string, { text: string }>>

/** Gives every rendered file the base that its run recorded, and takes bases of nothing away. */
export async function repairBases(
  app: Workspace,
  runs: Recorded[],
  renders: Renders,
): Promise<Repaired[]> {
  const repaired: Repaired[] = []
  const managed = managedFiles(runs)
  for (const [path, records] of renderings(standingRuns(runs))) {
    if (!managed.has(path)) continue
    const done = await repairBase(app, { path, records, renders })
    if (done) repaired.push(done)
  }
  for (const base of app.list(basesFolder)) {
    const path = pathOfBase(base)
    if (path !== undefined && managed.has(path)) continue
    app.remove(base)
    repaired.push({ kind: 'repaired', path: base, how: 'no run has a file to it' })
  }
  return repaired
}

/**
 * Who rendered each file last. Branches may both have made it, and then each of them is right; a
 * run that rendered it anew after that is the only one.
 */
function renderings(runs: Recorded[]): Map<string, FileRecord[]> {
  const found = new Map<string, FileRecord[]>()
  for (const file of runs.flatMap(({ run }) => run.files)) {
    const { path, action, base } = file
    const isOld = action === 'create' && base === undefined
    if (base === undefined && !isOld) continue
    found.set(path, action === 'create' ? [...(found.get(path) ?? []), file] : [file])
  }
  return found
}

type Wanted = { path: string; records: FileRecord[]; renders: Renders }

async function repairBase(app: Workspace, wanted: Wanted): Promise<Repaired | undefined> {
  const { path, records } = wanted
  const base = basePath(path)
  const text = readBase(app, path)
  const sides = text === undefined ? undefined : conflictSides(text)
  const isKnown = records.some((each) => each.base !== undefined)
  // A run of an older elif recorded no base: what is there and whole counts.
  if (text !== undefined && !sides && (!isKnown || isRecorded(text, records))) return undefined
  if (text === undefined && !isKnown) return undefined
  const known = [sides?.ours, sides?.theirs].find((each) => each && isRecorded(each, records))
  if (known !== undefined) {
    app.write(base, known)
    return { kind: 'repaired', path: base, how: 'one side of its conflict is what was recorded' }
  }
  return renderedAgain(app, wanted)
}

async function renderedAgain(app: Workspace, wanted: Wanted): Promise<Repaired> {
  const { path, records, renders } = wanted
  const base = basePath(path)
  const render = (await renders()).get(path)?.text
  const isSame =
    render !== undefined && (isRecorded(render, records) || (await landsSo(app, wanted, render)))
  if (!isSame) {
    const because = 'this elif renders it otherwise than it was recorded; git may have it whole'
    return { kind: 'left', path: base, because }
  }
  app.write(base, render.replaceAll('\r\n', '\n'))
  return { kind: 'repaired', path: base, how: 'rendered again from the recorded answers' }
}

const isRecorded = (text: string, records: FileRecord[]) =>
  records.some(({ base }) => base !== undefined && sha256(text) === base)

/** Where no base was recorded, the file as it landed tells. */
async function landsSo(app: Workspace, { path, records }: Wanted, render: string) {
  const hash = sha256(await laidRender(app, path, render))
  return records.some((each) => each.base === undefined && each.hash === hash)
}
