import { typescriptReader } from '../../source/readers.ts'
import type { Reading } from '../../source/reading.ts'
import { placeOf } from '../../text/lines.ts'
import { parseJson } from '../../text/parse-json.ts'
import { type Finding, finding } from '../finding.ts'
import type { SourceFile, SourceRule } from '../source-file.ts'

/** Not .js and .cjs: they may hold JSX or be no modules, and nothing in them says so. */
const certain = /\.([cm]?tsx?|mjs|jsx)$/

/** Every source parses. The first error of a file is told: it brings forth the others. */
export const syntaxRule: SourceRule = (file) => {
  if (file.path.endsWith('.json')) return jsonFindings(file)
  const [error] = file.reading?.errors ?? []
  return error && certain.test(file.path) ? [syntaxFinding(file, error)] : []
}

function syntaxFinding({ path, source }: SourceFile, error: Reading['errors'][number]): Finding {
  const { position, message } = error
  const at = { path, ...placeOf(source, position) }
  return finding('error', at, 'source-broken', { path, message })
}

/** With comments and trailing commas, as in tsconfig.json. */
function jsonFindings({ path, source }: SourceFile): Finding[] {
  if (parseJson(source) !== undefined || typescriptReader().readJson(source)) return []
  return [
    finding('error', { path }, 'source-broken', {
      path,
      message: 'it is no JSON that elif can read',
    }),
  ]
}
