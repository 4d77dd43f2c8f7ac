import { importedPath } from '../../source/imported-path.ts'
import { placeOf } from '../../text/lines.ts'
import { appCode } from '../app-code.ts'
import { finding } from '../finding.ts'
import type { SourceRule } from '../source-file.ts'

/** The framework never imports modules. */
export const frameworkRule: SourceRule = (file) =>
  appCode(file, /^src\/framework\/.*\.ts$/, 'modules/').flatMap(({ path, source, reading }) =>
    reading.imports
      .filter(({ from }) => importedPath(path, from).startsWith('src/modules/'))
      .map(({ from, start }) => {
        const at = { path, line: placeOf(source, start).line }
        return finding('error', at, 'framework-imports-module', { path, from })
      }),
  )
