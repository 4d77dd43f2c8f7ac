import { z } from 'zod'

import { manifestText, parseManifest } from '../project/manifest.ts'
import type { Preset } from '../project/presets.ts'
import { laid, laidLike } from '../template/laid-texts.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { render, renderedIn, stage } from './stage.ts'
import { stageFeatures } from './stage-features.ts'

export type NewApp = {
  /** Of its package. */
  name: string
  preset: Preset
  /** What it begins with; others come by `add`. */
  features: string[]
  /** What npm shall install elif from; without it the app does not list elif. */
  elif: string | undefined
  version: string
  at: Date
}

/** Stages the files of a whole app, with the features that it begins with. */
export async function stageNewApp(app: Workspace, wanted: NewApp): Promise<void> {
  const { name, elif, features, at } = wanted
  const rendered = await render('app', { data: { name, database: false } })
  rendered['package.json'] = packageJson(rendered['package.json'] ?? '', name)
  rendered['elif.json'] = elifJson(rendered['elif.json'] ?? '', wanted)
  stage(app, rendered, { executable: ['elif'] })
  if (features.length > 0) {
    await stageFeatures(app, { features, at })
    // What features add is laid as the files are: nothing has to be formatted.
    for (const [path, text] of Object.entries(renderedIn(app))) laidLike(rendered[path], text)
  }
  if (elif !== undefined) await listElif(app, elif)
}

function elifJson(text: string, { name, preset, version }: NewApp): string {
  return laid(manifestText({ ...parseManifest(text), name, preset, elif: version }))
}

/** The keys keep their order, which readers know from other packages. */
function packageJson(text: string, name: string): string {
  const manifest = z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  return laid(`${JSON.stringify({ ...manifest, name }, null, 2)}\n`)
}

async function listElif(app: Workspace, spec: string): Promise<void> {
  // Late, so that an app without features that does not list elif is made without a parser.
  const { setJson } = await import('../source/json/set-json.ts')
  const { openReaders } = await import('../source/readers.ts')
  await openReaders()
  const before = app.read('package.json')
  app.edit('package.json', setJson(['devDependencies', 'elif'], spec))
  laidLike(before, app.read('package.json'))
}
