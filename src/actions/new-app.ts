import { z } from 'zod'

import { diskFiles } from '../files/files.ts'
import { manifestText, parseManifest } from '../project/manifest.ts'
import { refuseNewApp, type NewAppPlace } from '../project/new-app-place.ts'
import { planOf, type Plan } from '../recipe/plan.ts'
import { render, stage } from '../recipe/stage.ts'
import { laid } from '../template/laid-texts.ts'
import { gitSteps } from './git-steps.ts'

export type NewApp = NewAppPlace & {
  install: boolean
  git: boolean
  /** What npm shall install elif from; without it the app does not list elif. */
  elif?: string | undefined
  version: string
}

/** Plans a whole app: its files, then the processes that make it ready to work on. */
export async function planNewApp(wanted: NewApp): Promise<Plan> {
  refuseNewApp(wanted)
  const { root, packageName, elif } = wanted
  const git = wanted.git ? await gitSteps(root) : { steps: [], remarks: [] }
  const answers = { name: packageName, preset: 'api', ...(elif !== undefined && { elif }) }
  const command = `new ${packageName}`
  const options = { command, answers, files: diskFiles(root), remarks: git.remarks }
  return planOf(options, async (app) => {
    const rendered = await render('app', { data: { name: packageName } })
    rendered['package.json'] = packageJson(rendered['package.json'] ?? '', wanted)
    rendered['elif.json'] = elifJson(rendered['elif.json'] ?? '', wanted)
    stage(app, rendered, { executable: ['elif'] })
    if (wanted.install) app.step(installing)
    for (const step of git.steps) app.step(step)
  })
}

const installing = {
  command: 'npm',
  arguments: ['install', '--no-audit', '--no-fund'],
  why: 'brings what the app stands on',
}

const Texts = z.record(z.string(), z.string())

function elifJson(text: string, { packageName, version }: NewApp): string {
  return laid(manifestText({ ...parseManifest(text), name: packageName, elif: version }))
}

/** The keys keep their order, which readers know from other packages. */
function packageJson(text: string, { packageName, elif }: NewApp): string {
  const manifest = z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  const listed = {
    ...Texts.parse(manifest['devDependencies']),
    ...(elif !== undefined && { elif }),
  }
  const devDependencies = Object.fromEntries(Object.entries(listed).toSorted())
  return laid(`${JSON.stringify({ ...manifest, name: packageName, devDependencies }, null, 2)}\n`)
}
