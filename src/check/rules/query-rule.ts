import { placeOf } from '../../text/lines.ts'
import { appCode } from '../app-code.ts'
import { finding } from '../finding.ts'
import type { SourceRule } from '../source-file.ts'

const query =
  /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\s*\(|\bsql(?:<[^`]*>)?`|\.query\s*\(\s*['"`]\s*(?:select|insert|update|delete|with)\b/i

/** Queries stand in repositories and models; what the framework asks is its own matter. */
export const queryRule: SourceRule = (file) =>
  appCode(file, /^src\/(?!framework\/)(?!.*-(?:repository|model)\.ts$).*\.ts$/).flatMap(
    ({ path, source, code }) => {
      const place = code.search(query)
      if (place < 0) return []
      const at = { path, line: placeOf(source, place).line }
      return [finding('error', at, 'query-elsewhere', { path })]
    },
  )
