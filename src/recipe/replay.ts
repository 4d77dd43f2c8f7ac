import { z } from 'zod'

import { ElifError, elifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import type { Recorded } from '../ledger/read-ledger.ts'
import { textsOfRun } from '../ledger/run-texts.ts'
import { schemaFile } from '../project/layout.ts'
import { openReaders } from '../source/readers.ts'
import type { Change } from '../workspace/change-set.ts'
import { memoryFiles } from '../workspace/memory-files.ts'
import { openWorkspace, type Workspace } from '../workspace/workspace.ts'
import { NewAnswers, takenOut } from './new-answers.ts'
import { stageRecipe } from './recipes.ts'
import { renderedIn } from './stage.ts'
import { stageFeatures } from './stage-features.ts'
import { stageNewApp } from './stage-new-app.ts'

/** What the runs of an app write when this elif carries them out. */
export type Replay = {
  /** Unformatted, by path: as its own run left the file, without what later runs put into it. */
  rendered: Map<string, { text: string; executable: boolean }>
  /** Files that runs have put something into: as they left them, and as they would today. */
  edited: { path: string; old: string; text: string }[]
  /** The runs that this elif can carry out no more; what they made stays as it is. */
  failed: { recorded: Recorded; fault: ElifError }[]
}

type Options = { files: Files; version: string }

/**
 * Carries out runs once more, by their recipes and in their order, in an app of texts that begins
 * empty. `files` is the app as it is: only what runs have edited and not made is taken from it.
 */
export async function replayRuns(runs: Recorded[], options: Options): Promise<Replay> {
  await openReaders()
  const replay: Replay = { rendered: new Map(), edited: [], failed: [] }
  const texts = new Map<string, string>()
  const gone = takenOut(runs)
  for (const recorded of lastOfEach(runs)) {
    const found = lendOwnersFiles(recorded, texts, options.files)
    try {
      const refused = await replayRun(recorded, { texts, replay, version: options.version, gone })
      for (const { path, after: old } of found) {
        const text = refused.has(path) ? undefined : texts.get(path)
        if (text !== undefined && text !== old) replay.edited.push({ path, old, text })
      }
    } catch (fault) {
      replay.failed.push({ recorded, fault: toldFault(fault, recorded.run.command) })
    }
  }
  return replay
}

/** What puts an app right, takes something out or says a word in a list of its owner renders nothing. */
const rendersNothing = /^(upgrade|repair|doctor --fix)$|^(remove |version:)/

/** A command that was carried out again has begun anew: its owner had removed what it made. */
const lastOfEach = (runs: Recorded[]) =>
  runs.filter(
    ({ run: { command } }, at) =>
      !rendersNothing.test(command) &&
      !runs.slice(at + 1).some(({ run }) => run.command === command),
  )

type Found = { path: string; before: string; after: string }

/** What a run has edited and not made, as it found it, or where nobody knows that, as it is now. */
function lendOwnersFiles({ path, run }: Recorded, texts: Map<string, string>, files: Files) {
  const kept = textsOfRun(files, path)
  const found: Found[] = []
  for (const { path: edited, action, base } of run.files) {
    if (action !== 'edit' || edited === schemaFile) continue
    // One that was rendered over another one is made by the run.
    if (base !== undefined) {
      texts.delete(edited)
      continue
    }
    const { before, after } = kept?.get(edited) ?? {}
    if (before !== undefined && after !== undefined) found.push({ path: edited, before, after })
    const text = before ?? texts.get(edited) ?? files.read(edited)
    if (text !== undefined) texts.set(edited, text)
  }
  return found
}

type Replaying = {
  texts: Map<string, string>
  replay: Replay
  version: string
  /** Features that came with the app and were taken out of it. */
  gone: string[]
}

/** Answers the files into which something could not be put, of which nothing can be said. */
async function replayRun({ run }: Recorded, replaying: Replaying): Promise<Set<string>> {
  const { texts, replay } = replaying
  const app = openWorkspace({ files: memoryFiles(Object.fromEntries(texts)) })
  await stageAgain(app, run, replaying)
  const { changes, notices } = await app.changeSet()
  for (const change of changes) land(change, texts)
  const executable = new Set(changes.filter(isExecutable).map(({ path }) => path))
  for (const [path, text] of Object.entries(renderedIn(app))) {
    replay.rendered.set(path, { text, executable: executable.has(path) })
  }
  return new Set(notices.map(({ path }) => path))
}

type Create = Extract<Change, { kind: 'create' }>
const isExecutable = (change: Change): change is Create =>
  change.kind === 'create' && change.executable === true

function land(change: Change, texts: Map<string, string>) {
  if (change.kind === 'delete') texts.delete(change.path)
  else if (change.kind === 'move') texts.set(change.to, change.after)
  else texts.set(change.path, change.after)
}

async function stageAgain(
  app: Workspace,
  run: Recorded['run'],
  { version, gone }: Replaying,
): Promise<void> {
  const [verb = ''] = run.command.split(' ')
  if (verb === 'new') {
    const { elif, ...answers } = NewAnswers.parse(run.answers)
    const features = answers.features.filter((each) => !gone.includes(each))
    const at = new Date(run.at)
    return stageNewApp(app, { ...answers, features, elif, version, at })
  }
  if (verb === 'add') return stageFeatures(app, run.answers)
  const recipe = verb === 'route:add' ? 'route' : /^make:(\w+)$/u.exec(verb)?.[1]
  if (recipe === undefined) throw elifError('upgrade-run-unknown', { command: run.command })
  await stageRecipe(app, recipe, run.answers)
}

/** What an owner can be told; anything else is a fault of elif. */
function toldFault(fault: unknown, command: string): ElifError {
  if (fault instanceof ElifError) return fault
  if (!(fault instanceof z.ZodError)) throw fault
  const faults = fault.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  return elifError('upgrade-answers-unknown', { command, faults })
}
