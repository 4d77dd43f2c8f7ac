import type { Files } from '../files/files.ts'
import { configFile, problemsFile } from '../project/layout.ts'
import { importedPath } from '../source/imported-path.ts'
import { typescriptReader } from '../source/readers.ts'
import type { Reading } from '../source/reading.ts'
import { withoutComments } from '../source/without-comments.ts'
import { placeOf } from '../text/lines.ts'
import { type Registration, registrationsIn, routesIn, type WrittenRoute } from './routes-in.ts'

/** What the map needs to know of one file. */
export type CodeFile = {
  path: string
  routes: WrittenRoute[]
  registered: Registration[]
  /** The file that a name of this one comes from: imported, or made by what is imported. */
  origins: Map<string, string>
  /** Files of the app that it imports, types included. */
  imports: string[]
  /** What it picks from the platform; everything where it takes the platform whole. */
  takes: string[]
  /** The columns that a model reads, and where their list is. */
  columns: { list: string[]; line: number } | undefined
  /** The table that is asked first. */
  table: string | undefined
  /** What it defines by name: settings in config.ts, problems in errors.ts. */
  defined: { name: string; line: number }[]
}

/** Reads the code of an app, tests left out. What does not parse is passed over. */
export function readCode(files: Files): Map<string, CodeFile> {
  const paths = files.list('src').filter((path) => /(?<!\.test|\.d)\.ts$/.test(path))
  const read = paths.flatMap((path) => {
    const file = readFile(path, files.read(path) ?? '')
    return file ? [[path, file] as const] : []
  })
  return new Map(read)
}

function readFile(path: string, source: string): CodeFile | undefined {
  const reading = typescriptReader().read(source, path)
  if (reading.errors.length > 0) return undefined
  const code = withoutComments(source, reading)
  const imports = reading.imports.map((each) => ({ ...each, path: importedPath(path, each.from) }))
  const origins = new Map(
    imports.flatMap(({ path: from, names }) => names.map(({ local }) => [local, from] as const)),
  )
  for (const [, kept = '', maker = ''] of code.matchAll(making)) {
    const from = origins.get(maker)
    for (const name of from === undefined ? [] : (kept.match(/\w+/g) ?? [])) {
      origins.set(name, from ?? '')
    }
  }
  const talksHttp = code.includes('http.')
  return {
    path,
    routes: talksHttp ? routesIn(source, reading) : [],
    registered: talksHttp ? registrationsIn(source, reading) : [],
    origins,
    imports: imports.map((each) => each.path),
    takes: takenIn(code),
    columns: columnsIn(code, source),
    table: /\.(?:selectFrom|insertInto)\(\s*'([^']+)'/.exec(code)?.[1],
    defined: definedIn(path, source, reading),
  }
}

function columnsIn(code: string, source: string): CodeFile['columns'] {
  const found = /\bexport const \w*[cC]olumns = \[([^\]]*)\]/.exec(code)
  if (!found) return undefined
  const [, list = ''] = found
  return {
    list: [...list.matchAll(/'([^']+)'/g)].map(([, column = '']) => column),
    line: placeOf(source, found.index).line,
  }
}

/** The call whose object names what a file defines. */
const definers: Record<string, string> = {
  [configFile]: 'z.object',
  [problemsFile]: 'defineProblems',
}

function definedIn(path: string, source: string, reading: Reading): CodeFile['defined'] {
  const name = definers[path]
  const lists = name === undefined ? [] : reading.listsAt({ kind: 'call', name, path: [0] })
  return lists
    .flatMap(({ elements }) => elements)
    .flatMap(({ names: [each], start }) =>
      each === undefined ? [] : [{ name: each, line: placeOf(source, start).line }],
    )
}

/** `const kites = createKitesModule(…)` and `const { routes } = createKitesModule(…)`. */
const making = /\bconst\s+(\w+|\{[^}]*\})\s*=\s*(\w+)\(/g

const picks = /\bPick<\s*Platform\s*,([^>]*)>/g

function takenIn(code: string): string[] {
  const names = [...code.matchAll(picks)].flatMap(([, list = '']) =>
    [...list.matchAll(/['"](\w+)['"]/g)].map(([, name = '']) => name),
  )
  const isWhole = /\(\s*\w+\s*:\s*Platform\b/.test(code)
  return [...new Set(isWhole ? ['everything'] : names)].toSorted()
}
