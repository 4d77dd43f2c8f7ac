import { diskFiles } from '../files/files.ts'
import { refuseNewApp, type NewAppPlace } from '../project/new-app-place.ts'
import { type Preset, presets } from '../project/presets.ts'
import { installing } from '../recipe/installing.ts'
import { planOf, type Plan } from '../recipe/plan.ts'
import { stageNewApp } from '../recipe/stage-new-app.ts'
import { gitSteps } from './git-steps.ts'

export type NewApp = NewAppPlace & {
  install: boolean
  git: boolean
  /** What npm shall install elif from; without it the app does not list elif. */
  elif?: string | undefined
  version: string
  preset: Preset
  at: Date
}

/** Plans a whole app: its files, then the processes that make it ready to work on. */
export async function planNewApp(wanted: NewApp): Promise<Plan> {
  refuseNewApp(wanted)
  const { root, packageName, preset, elif, version, at } = wanted
  const git = wanted.git ? await gitSteps(root) : { steps: [], remarks: [] }
  const features = [...presets[preset].features]
  const answers = { name: packageName, preset, features, ...(elif !== undefined && { elif }) }
  const command = `new ${packageName}`
  const options = { command, answers, files: diskFiles(root), remarks: git.remarks }
  return planOf(options, async (app) => {
    await stageNewApp(app, { name: packageName, preset, features, elif, version, at })
    if (wanted.install) app.step(installing)
    for (const step of git.steps) app.step(step)
  })
}
