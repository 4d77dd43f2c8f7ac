import { z } from 'zod'

import { diskFiles } from '../files/files.ts'
import { manifestText, type Manifest } from '../project/manifest.ts'
import { refuseNewApp, type NewAppPlace } from '../project/new-app-place.ts'
import { planOf, type Plan } from '../recipe/plan.ts'
import { render, stage } from '../recipe/stage.ts'
import { laid } from '../template/laid-texts.ts'
import type { Change } from '../workspace/change-set.ts'
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
    rendered['elif.json'] = laid(manifestText(manifestOf(wanted)))
    stage(app, rendered, { executable: ['elif'] })
    if (wanted.install) app.step(installing)
    for (const step of git.steps) app.step(step)
  })
}

const manifestOf = ({ packageName, version }: NewApp): Manifest => ({
  name: packageName,
  elif: version,
  preset: 'api',
  features: [],
  layout: { modules: 'src/modules' },
})

/** The note by which `./elif` finds the elif that made the app, and a Node that runs it. */
export function launcherNote(entry: string): Change {
  const after = `${JSON.stringify({ entry, node: process.execPath }, null, 2)}\n`
  return { kind: 'create', path: '.elif/local/launcher.json', after }
}

const installing = {
  command: 'npm',
  arguments: ['install', '--no-audit', '--no-fund'],
  why: 'brings what the app stands on',
}

const Package = z.looseObject({ devDependencies: z.record(z.string(), z.string()) })

function packageJson(text: string, { packageName, elif }: NewApp): string {
  const manifest = Package.parse(JSON.parse(text))
  const devDependencies = { ...manifest.devDependencies, ...(elif !== undefined && { elif }) }
  const sorted = Object.fromEntries(Object.entries(devDependencies).toSorted())
  const named = { ...manifest, name: packageName, devDependencies: sorted }
  return laid(`${JSON.stringify(named, null, 2)}\n`)
}
