import { problemsFile } from '../project/layout.ts'
import { importedPath } from '../source/imported-path.ts'
import type { Reading } from '../source/reading.ts'
import type { AppCode } from './app-code.ts'

/** The problems that an app defines: those by name, and what its code calls the catalogues. */
export type Catalogue = {
  problems: { name: string; position: number }[]
  /** Whether every problem is in the text itself, not in something that is spread. */
  isWhole: boolean
  catalogues: string[]
}

/** What `src/errors.ts` defines: `export const problems = defineProblems({ … })`. */
export function catalogueOf({ code, reading }: Pick<AppCode, 'code' | 'reading'>): Catalogue {
  const lists = reading.listsAt({ kind: 'call', name: 'defineProblems', path: [0] })
  const elements = lists.flatMap((list) => list.elements)
  return {
    problems: elements.flatMap(({ names, start }) => {
      const [name] = names
      return name === undefined ? [] : [{ name, position: start }]
    }),
    isWhole: elements.every(({ names }) => names.length > 0),
    catalogues: [...code.matchAll(/\bconst\s+(\w+)\s*=\s*defineProblems\s*\(/g)].map(
      ([, name = '']) => name,
    ),
  }
}

type Uses = {
  problems: { name: string; position: number }[]
  /** Whether the catalogue is passed on or taken apart: then any problem may be used. */
  isPassedOn: boolean
}

/** Which problems a file of the app makes. */
export function usesOf({ path, code, reading }: AppCode, { catalogues }: Catalogue): Uses {
  const own = path === problemsFile ? catalogues : importedInto(path, reading, catalogues)
  const uses: Uses = { problems: [], isPassedOn: reExports(path, reading) }
  for (const local of own) {
    for (const found of code.matchAll(new RegExp(`(?<![\\w$.])${local}(?![\\w$])`, 'g'))) {
      if (isDeclared(reading, code, found.index)) continue
      const [, name] = /^\s*\??\.\s*(\w+)/.exec(code.slice(found.index + local.length)) ?? []
      if (name === undefined) uses.isPassedOn = true
      else uses.problems.push({ name, position: found.index })
    }
  }
  return uses
}

/** The names that a file gives to catalogues it imports. */
const importedInto = (path: string, { imports }: Reading, catalogues: string[]) =>
  imports
    .filter(({ from }) => importedPath(path, from) === problemsFile)
    .flatMap(({ names, namespace }) =>
      namespace === undefined
        ? names.filter(({ name }) => catalogues.includes(name)).map(({ local }) => local)
        : [namespace],
    )

const reExports = (path: string, { exports }: Reading) =>
  exports.some(({ from }) => from !== undefined && importedPath(path, from) === problemsFile)

const isDeclared = ({ imports }: Reading, code: string, position: number) =>
  imports.some(({ start, end }) => start <= position && position < end) ||
  /\bconst\s+$/.test(code.slice(0, position))
