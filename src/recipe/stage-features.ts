import { z } from 'zod'

import { elifError } from '../errors/elif-error.ts'
import { manifestFile } from '../project/layout.ts'
import { parseManifest } from '../project/manifest.ts'
import { setJson } from '../source/json/set-json.ts'
import { openReaders } from '../source/readers.ts'
import { laid } from '../template/laid-texts.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { missingFiles } from './missing-files.ts'
import { migrationStamp, stampMigration } from './migration-stamp.ts'
import { stageRecipe } from './recipes.ts'
import { render, stage } from './stage.ts'

/** What a run of `add` has brought: the feature asked for is the last one. */
export const AddedFeatures = z.object({ features: z.array(z.string()), at: z.coerce.date() })

/** Stages features in their order: files, edits of the app's own files, and their names. */
export async function stageFeatures(app: Workspace, answers: unknown): Promise<void> {
  const { features, at } = AddedFeatures.parse(answers)
  await openReaders()
  for (const name of features) {
    const rendered = stampMigration(await render(name), migrationStamp(app, at))
    stage(app, rendered)
    const missing = missingFiles(app, rendered)
    if (missing.length > 0) throw elifError('feature-unsupported', { name, missing })
    await stageRecipe(app, name, { at })
  }
  const installed = parseManifest(app.read(manifestFile) ?? '').features
  const names = [...new Set([...installed, ...features])].toSorted()
  app.edit(manifestFile, setJson(['features'], names))
  // One a line, so that two branches merge: it is no formatter's file.
  laid(app.read(manifestFile) ?? '')
}
