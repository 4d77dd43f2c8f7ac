import type { Files } from '../files/files.ts'
import { sha256 } from '../files/sha256.ts'
import { laidRender } from '../ledger/laid-render.ts'
import { basePath } from '../ledger/ledger-paths.ts'
import { managedFiles } from '../ledger/managed-files.ts'
import { readBase, type Recorded } from '../ledger/read-ledger.ts'
import type { FileRecord } from '../ledger/run-record.ts'
import type { Plan } from '../recipe/plan.ts'
import { behaviourFile, settledLike } from '../recipe/behaviours.ts'
import type { NewAnswers } from '../recipe/new-answers.ts'
import { stageNewApp } from '../recipe/stage-new-app.ts'
import { renderedIn } from '../recipe/stage.ts'
import { openReaders } from '../source/readers.ts'
import { mergeFile } from '../source/merge/merge-file.ts'
import type { TwoTexts } from '../text/whole-diff.ts'
import { memoryFiles } from '../workspace/memory-files.ts'
import { openWorkspace } from '../workspace/workspace.ts'
import { stageTakingBack } from './stage-taking-back.ts'
import { foldersOf, type Undo } from './undo.ts'

type TakeOut = {
  files: Files
  runs: Recorded[]
  /** The run that made the app, and what it was told; its features are those still there. */
  made: Recorded
  answers: NewAnswers
  /** Those that go. */
  features: string[]
}

type Renders = { path: string; whole: string; rest: string | undefined }[]

/**
 * Plans to take features out that the app was made with. No run has brought them, so what they are
 * is told by rendering the app with them and without: the difference goes, wherever it lies now.
 */
export async function planTakingOut(
  wanted: TakeOut,
  words: Pick<Plan, 'command' | 'answers'>,
): Promise<Pick<Undo, 'plan' | 'left'>> {
  await openReaders()
  const { files, runs, made } = wanted
  const renders = await rendersOf(wanted)
  const { records, texts } = await asRun(files, runs, renders)
  const target = { ...made, run: { ...made.run, files: records } }
  const known = { files, runs: runs.with(runs.indexOf(made), target), target, texts }
  const { changeSet, left } = await stageTakingBack(known)
  const gone = renders.flatMap(({ path, rest }) => (rest === undefined ? [path] : []))
  const folders = gone.flatMap((path) => foldersAbove(path).concat(foldersOf(basePath(path))))
  const ledger = { bases: basesOf(files, renders), emptied: [...new Set(folders)] }
  return { plan: { changeSet, rendered: {}, ...words, ledger }, left }
}

/** The files of the app that would be others without the features, or would not be. */
async function rendersOf({ made, answers, features }: TakeOut): Promise<Renders> {
  const { elif, ...told } = answers
  const renderWith = async (names: string[]) => {
    const app = openWorkspace({ files: memoryFiles({}) })
    const at = new Date(made.run.at)
    const { version } = made.run
    await stageNewApp(app, { ...told, features: names, elif, version, at })
    return renderedIn(app)
  }
  const rest = await renderWith(answers.features.filter((each) => !features.includes(each)))
  const all = Object.entries(await renderWith(answers.features))
  return all.flatMap(([path, whole]) =>
    whole === rest[path] ? [] : [{ path, whole, rest: rest[path] }],
  )
}

/** What a run would have recorded that had added the features to the app as it is laid out today. */
async function asRun(files: Files, runs: Recorded[], renders: Renders) {
  const managed = managedFiles(runs)
  const records: FileRecord[] = []
  const texts = new Map<string, TwoTexts>()
  for (const { path, whole, rest } of renders) {
    if (rest === undefined) {
      const hash = managed.get(path)?.hash ?? sha256(await laidRender(files, path, whole))
      records.push({ path, action: 'create', hash })
      continue
    }
    const [before, after] = await Promise.all([
      laidRender(files, path, settled(files, path, rest)),
      laidRender(files, path, settled(files, path, whole)),
    ])
    records.push({ path, action: 'edit', hash: sha256(after), before: sha256(before) })
    texts.set(path, { path, from: path, before, after })
  }
  return { records, texts }
}

const settled = (files: Files, path: string, render: string) =>
  path === behaviourFile ? settledLike(render, files.read(path) ?? '') : render

/** The bases without what goes; one in which that cannot be told apart waits for an upgrade. */
function basesOf(files: Files, renders: Renders): Record<string, string | null> {
  const bases: Record<string, string | null> = {}
  for (const { path, whole, rest } of renders) {
    const mine = readBase(files, path)
    if (mine === undefined) continue
    if (rest === undefined) bases[path] = null
    else {
      const merged = mergeFile({ path, base: whole, mine, theirs: rest })
      if (merged.kind === 'clean') bases[path] = merged.text
    }
  }
  return bases
}

function foldersAbove(path: string): string[] {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
  return folder === '' ? [] : [folder, ...foldersAbove(folder)]
}
