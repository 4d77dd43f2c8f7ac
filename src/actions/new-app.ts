import { z } from 'zod'

import { diskFiles } from '../files/files.ts'
import { manifestText, parseManifest } from '../project/manifest.ts'
import { refuseNewApp, type NewAppPlace } from '../project/new-app-place.ts'
import { planOf, type Plan } from '../recipe/plan.ts'
import { render, stage } from '../recipe/stage.ts'
import { laid, laidLike } from '../template/laid-texts.ts'
import type { Workspace } from '../workspace/workspace.ts'
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
    rendered['package.json'] = packageJson(rendered['package.json'] ?? '', packageName)
    rendered['elif.json'] = elifJson(rendered['elif.json'] ?? '', wanted)
    stage(app, rendered, { executable: ['elif'] })
    if (elif !== undefined) await listElif(app, elif)
    if (wanted.install) app.step(installing)
    for (const step of git.steps) app.step(step)
  })
}

const installing = {
  command: 'npm',
  arguments: ['install', '--no-audit', '--no-fund'],
  why: 'brings what the app stands on',
}

function elifJson(text: string, { packageName, version }: NewApp): string {
  return laid(manifestText({ ...parseManifest(text), name: packageName, elif: version }))
}

/** The keys keep their order, which readers know from other packages. */
function packageJson(text: string, name: string): string {
  const manifest = z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  return laid(`${JSON.stringify({ ...manifest, name }, null, 2)}\n`)
}

async function listElif(app: Workspace, spec: string): Promise<void> {
  // Late, so that an app which does not list elif is made without a parser.
  const { setJson } = await import('../source/json/set-json.ts')
  const { openReaders } = await import('../source/readers.ts')
  await openReaders()
  const before = app.read('package.json')
  app.edit('package.json', setJson(['devDependencies', 'elif'], spec))
  laidLike(before, app.read('package.json'))
}
