import type { Files } from '../../src/files/files.ts'
import { withLedger } from '../../src/ledger/with-ledger.ts'
import { type Preset, presets } from '../../src/project/presets.ts'
import type { Plan } from '../../src/recipe/plan.ts'
import { renderedIn } from '../../src/recipe/stage.ts'
import { stageNewApp } from '../../src/recipe/stage-new-app.ts'
import type { Change } from '../../src/workspace/change-set.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'

export const at = new Date('2026-11-20T10:15:00Z')

/** A new app that no disk holds. */
async function newAppFiles(preset: Preset): Promise<Record<string, string>> {
  const app = openWorkspace({ files: memoryFiles({}) })
  const features = [...presets[preset].features]
  await stageNewApp(app, { name: 'shop', preset, features, elif: undefined, version: '0.1.0', at })
  return renderedIn(app)
}

/** An app in memory that plans can be carried out in, one after the other. */
export async function appInMemory(
  others: Record<string, string | undefined> = {},
  preset: Preset = 'api',
) {
  const texts = new Map(Object.entries({ ...(await newAppFiles(preset)), ...others }))
  const files = (): Files =>
    memoryFiles(
      Object.fromEntries(
        [...texts].flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])),
      ),
    )
  return {
    files,
    read: (path: string) => texts.get(path),
    write: (path: string, text: string) => void texts.set(path, text),
    remove: (path: string) => void texts.delete(path),
    /** Applies a plan with its ledger and returns the files that it made or changed. */
    land(plan: Plan, when = at): Record<string, string> {
      const { changes } = withLedger(plan.changeSet, { ...plan, version: '0.1.0' }, when, files())
      for (const change of changes) {
        if (change.kind === 'delete') texts.delete(change.path)
        else if (change.kind === 'move') texts.delete(change.from)
        if (change.kind !== 'delete') texts.set(pathAfter(change), change.after)
      }
      return landed(plan)
    },
  }
}

/** A new app that was made without a feature. */
export const appWithout = (name: string) =>
  appInMemory({}, presets.api.features.some((each) => each === name) ? 'minimal' : 'api')

const pathAfter = (change: Change) => (change.kind === 'move' ? change.to : change.path)

/** What a plan makes of each file it touches. */
export const landed = ({ changeSet }: Plan): Record<string, string> =>
  Object.fromEntries(
    changeSet.changes.flatMap((change) =>
      'path' in change && 'after' in change ? [[change.path, change.after]] : [],
    ),
  )
