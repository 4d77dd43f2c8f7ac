import type { App } from '../project/find-app.ts'
import { asksForOthers } from '../project/dependencies.ts'
import type { OnExisting } from '../recipe/existing.ts'
import { readFeatures, withNeeds } from '../recipe/features.ts'
import { installing } from '../recipe/installing.ts'
import { type Plan, planOf } from '../recipe/plan.ts'
import { stageFeatures } from '../recipe/stage-features.ts'

export type AddFeature = {
  app: Pick<App, 'files' | 'manifest'>
  name: string
  install: boolean
  at: Date
  onExisting?: OnExisting
}

/** Plans a feature and what it needs; one that the app has already is nothing to do. */
export async function planAddFeature(wanted: AddFeature): Promise<Plan> {
  const { app, name, onExisting } = wanted
  const { files, manifest } = app
  const features = withNeeds(await readFeatures(), name, manifest.features).map((each) => each.name)
  const others = features.slice(0, -1)
  const isThere = manifest.features.includes(name)
  const remarks = [
    ...(isThere ? [`${name} is installed already.`] : [`What it is for: ./elif explain ${name}`]),
    ...(others.length > 0 ? [`It needs ${others.join(', ')}, which came with it.`] : []),
  ]
  const answers = { features, at: wanted.at.toISOString() }
  const options = { files, command: `add ${name}`, answers, remarks, onExisting }
  return planOf(options, async (staged) => {
    if (isThere) return
    await stageFeatures(staged, answers)
    const [before = '', after = ''] = [files, staged].map((each) => each.read('package.json'))
    if (wanted.install && asksForOthers(before, after)) staged.step(installing)
  })
}
