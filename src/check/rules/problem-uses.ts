import { frameworkProblemsFile, problemsDescribedFile, problemsFile } from '../../project/layout.ts'
import { appCode } from '../app-code.ts'
import { type Finding, finding } from '../finding.ts'
import type { Gathering } from '../gathering.ts'
import { type Catalogue, catalogueOf, type Use, usesOf } from '../problems.ts'

const code = /^(src|bin)\/.*\.ts$/

/** Each problem that is thrown is defined in the catalogue, and each that is defined is thrown. */
const usesOfCatalogue = (path: string, mention: string) => (): Gathering => {
  let catalogue: Catalogue | undefined
  const uses: Use[] = []
  return {
    look(file) {
      // Who tells callers of every problem uses none.
      if (file.path === problemsDescribedFile) return
      const [own] = file.path === path ? appCode(file, code) : []
      if (own) catalogue = catalogueOf(own)
      for (const user of own ? [own] : appCode(file, code, mention)) {
        uses.push(...usesOf(user, path, catalogue?.names ?? []))
      }
    },
    findings: () => (catalogue ? findingsOf(path, catalogue, uses) : []),
  }
}

function findingsOf(path: string, catalogue: Catalogue, all: Use[]): Finding[] {
  const uses = all.filter(({ exported }) => exported === '*' || catalogue.names.includes(exported))
  const used = new Set(uses.flatMap(({ problems }) => problems.map(({ name }) => name)))
  const unused = uses.some(({ isPassedOn }) => isPassedOn)
    ? []
    : catalogue.problems.filter(({ name }) => !used.has(name))
  const defined = new Set(catalogue.problems.map(({ name }) => name))
  const missing = (use: Use) =>
    use.problems
      .filter(({ name }) => catalogue.isWhole && !defined.has(name))
      .map(({ name, line }) =>
        finding('error', { path: use.path, line }, 'problem-undefined', { name, path }),
      )
  return [
    ...unused.map(({ name, line }) =>
      finding('warning', { path, line }, 'problem-unused', { name, path }),
    ),
    ...uses.flatMap(missing),
  ]
}

/** The app's own catalogue, and that of the framework. */
export const problemUses = usesOfCatalogue(problemsFile, 'errors.ts')
export const frameworkProblemUses = usesOfCatalogue(frameworkProblemsFile, 'framework-problems.ts')
