import type { Files } from '../../files/files.ts'
import { isScript } from '../../source/comments.ts'
import { typescriptReader } from '../../source/readers.ts'
import type { AppFacts } from '../facts.ts'
import { type Finding, unreadFinding } from '../finding.ts'
import type { Gathering } from '../gathering.ts'
import type { Rule } from '../rule.ts'
import { sourcePaths } from '../source-paths.ts'
import type { SourceFile, SourceRule } from '../source-file.ts'

/** File by file, so that an app of any size is read once and never held as a whole. */
export const sourcesRule =
  (rules: SourceRule[], gather: (() => Gathering)[] = []): Rule<AppFacts> =>
  ({ files }) => {
    const gatherings = gather.map((begin) => begin())
    const looks = gatherings.map(({ look }): SourceRule => (file) => {
      look(file)
      return []
    })
    const all = [...rules, ...looks]
    const found = sourcePaths(files).flatMap((path) => judged(path, files, all))
    return [...found, ...gatherings.flatMap(({ findings }) => findings())]
  }

function judged(path: string, files: Files, rules: SourceRule[]): Finding[] {
  try {
    const file = sourceFile(path, files.read(path) ?? '')
    return rules.flatMap((rule) => rule(file, files))
  } catch (fault) {
    return [unreadFinding(fault, path)]
  }
}

const sourceFile = (path: string, source: string): SourceFile => ({
  path,
  source,
  reading: isScript(path) ? typescriptReader().read(source, path) : undefined,
})
