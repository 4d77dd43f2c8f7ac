import { placeOf } from '../../text/lines.ts'
import { appCode } from '../app-code.ts'
import { finding } from '../finding.ts'
import type { SourceRule } from '../source-file.ts'

/** Only src/config.ts reads the environment. */
export const environmentReadRule: SourceRule = (file) =>
  appCode(file, /^src\/.*\.ts$/, 'process')
    .filter(({ path }) => path !== 'src/config.ts')
    .flatMap(({ path, source, code }) => {
      const place = code.search(/\bprocess\s*\??\.\s*env\b/)
      if (place < 0) return []
      const at = { path, line: placeOf(source, place).line }
      return [finding('error', at, 'environment-read-elsewhere', { path })]
    })
