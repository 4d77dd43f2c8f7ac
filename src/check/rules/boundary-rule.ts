import { importedPath } from '../../source/imported-path.ts'
import { placeOf } from '../../text/lines.ts'
import { appCode } from '../app-code.ts'
import { finding } from '../finding.ts'
import { moduleOf } from '../module-of.ts'
import type { SourceRule } from '../source-file.ts'

const inside = /-(?:model|repository|service|policy|controller)\.ts$/

/** A module reaches another one only through its module file or its noun. */
export const boundaryRule: SourceRule = (file) =>
  appCode(file, /^src\/modules\/.*\.ts$/).flatMap(({ path, source, reading }) =>
    reading.imports.flatMap(({ from, start }) => {
      const to = importedPath(path, from)
      const other = moduleOf(to)
      if (other === undefined || other === moduleOf(path) || !inside.test(to)) return []
      const at = { path, line: placeOf(source, start).line }
      return [finding('error', at, 'module-reached-inside', { path, from })]
    }),
  )
