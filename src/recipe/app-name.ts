import { manifestFile } from '../project/layout.ts'
import { parseManifest } from '../project/manifest.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** The name of the app's package, as elif.json has it. */
export const appName = (app: Workspace): string => parseManifest(app.read(manifestFile) ?? '').name
