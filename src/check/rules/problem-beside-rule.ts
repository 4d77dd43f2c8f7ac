import { placeOf } from '../../text/lines.ts'
import { appCode } from '../app-code.ts'
import { finding } from '../finding.ts'
import type { SourceRule } from '../source-file.ts'

/** A problem that is put together where it is thrown has a code that no catalogue knows. */
export const problemBesideRule: SourceRule = (file) =>
  appCode(file, /^src\/modules\/.*\.ts$/, 'new Problem').flatMap(({ path, source, code }) =>
    [...code.matchAll(/\bnew\s+Problem\s*\(/g)].map(({ index }) =>
      finding('warning', { path, line: placeOf(source, index).line }, 'problem-beside', { path }),
    ),
  )
