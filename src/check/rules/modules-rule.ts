import { modulesOf } from '../../map/modules.ts'
import { appFile } from '../../project/layout.ts'
import { finding } from '../finding.ts'
import type { SourceRule } from '../source-file.ts'

/** Each module in src/modules is built and registered in src/app.ts. */
export const modulesRule: SourceRule = ({ path, source, reading }, files) => {
  if (path !== appFile || !reading) return []
  return modulesOf(source, reading, files).flatMap((module) => {
    if (module.state === 'mounted') return []
    const isUnknown = module.state === 'not-imported'
    const code = isUnknown ? 'module-not-imported' : 'module-not-registered'
    return [finding('error', { path: module.path }, code, { path: module.path })]
  })
}
