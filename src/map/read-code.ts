import type { Files } from '../files/files.ts'
import { importedPath } from '../source/imported-path.ts'
import { typescriptReader } from '../source/readers.ts'
import { withoutComments } from '../source/without-comments.ts'
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
  }
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
