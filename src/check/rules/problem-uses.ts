import type { Files } from '../../files/files.ts'
import { problemsFile } from '../../project/layout.ts'
import { importedPath } from '../../source/imported-path.ts'
import { typescriptReader } from '../../source/readers.ts'
import { placeOf } from '../../text/lines.ts'
import { type AppCode, appCode } from '../app-code.ts'
import { type Finding, finding } from '../finding.ts'
import { type Catalogue, catalogueOf, usesOf } from '../problems.ts'
import type { SourceFile, SourceRule } from '../source-file.ts'

/** What can name the catalogue, in an import or its own file. */
const mention = 'errors.ts'
const code = /^(src|bin)\/.*\.ts$/

/** Each problem that is thrown is defined in src/errors.ts, and each that is defined is thrown. */
export const problemsRule: SourceRule = (file, files) =>
  file.path === problemsFile
    ? appCode(file, code).flatMap((own) => unusedProblems(own, files))
    : appCode(file, code, mention).flatMap((user) => undefinedProblems(user, files))

function unusedProblems(own: AppCode, files: Files): Finding[] {
  const catalogue = catalogueOf(own)
  if (catalogue.problems.length === 0) return []
  const uses = [own, ...usersIn(files)].map((each) => usesOf(each, catalogue))
  if (uses.some(({ isPassedOn }) => isPassedOn)) return []
  const used = new Set(uses.flatMap(({ problems }) => problems.map(({ name }) => name)))
  return catalogue.problems
    .filter(({ name }) => !used.has(name))
    .map(({ name, position }) => {
      const at = { path: own.path, line: placeOf(own.source, position).line }
      return finding('warning', at, 'problem-unused', { name })
    })
}

function undefinedProblems(user: AppCode, files: Files): Finding[] {
  if (!importsCatalogue(user)) return []
  const [catalogue] = read(problemsFile, files).flatMap((own) => appCode(own, code))
  if (!catalogue) return []
  const defined = catalogueOf(catalogue)
  return defined.isWhole ? missingOf(user, defined) : []
}

const importsCatalogue = ({ path, reading }: AppCode) =>
  reading.imports.some(({ from }) => importedPath(path, from) === problemsFile)

function missingOf(user: AppCode, catalogue: Catalogue): Finding[] {
  const names = new Set(catalogue.problems.map(({ name }) => name))
  return usesOf(user, catalogue)
    .problems.filter(({ name }) => !names.has(name))
    .map(({ name, position }) => {
      const at = { path: user.path, line: placeOf(user.source, position).line }
      return finding('error', at, 'problem-undefined', { name })
    })
}

const usersIn = (files: Files): AppCode[] =>
  files
    .list()
    .filter((path) => code.test(path) && path !== problemsFile)
    .flatMap((path) => read(path, files))
    .flatMap((file) => appCode(file, code, mention))

/** What cannot be read or parsed is another rule's matter. */
function read(path: string, files: Files): SourceFile[] {
  try {
    const source = files.read(path) ?? ''
    return [{ path, source, reading: typescriptReader().read(source, path) }]
  } catch {
    return []
  }
}
