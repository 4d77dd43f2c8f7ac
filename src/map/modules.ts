import type { Files } from '../files/files.ts'
import { appFile, modulesFolder } from '../project/layout.ts'
import { importedPath } from '../source/imported-path.ts'
import { typescriptReader } from '../source/readers.ts'
import type { Reading } from '../source/reading.ts'
import { withoutComments } from '../source/without-comments.ts'

/** A module of the app and how far `app.ts` knows it. */
export type AppModule = { path: string; state: 'mounted' | 'not-imported' | 'not-registered' }

/** The modules in `src/modules`, read from the code that puts the app together. */
export function readModules(files: Files): AppModule[] {
  const app = files.read(appFile)
  return app === undefined ? [] : modulesOf(app, typescriptReader().read(app, appFile), files)
}

/** The same where `app.ts` was read already. */
export function modulesOf(app: string, reading: Reading, files: Files): AppModule[] {
  const paths = files.list(modulesFolder).filter((path) => path.endsWith('-module.ts'))
  if (paths.length === 0 || reading.errors.length > 0) return []
  const mounts = mountsIn(app, reading)
  return paths.map((path) => ({ path, state: stateOf(path, files, mounts) }))
}

/** What `app.ts` says of its modules, gathered once for all of them. */
type Mounts = {
  /** The names by which it knows what a file exports. */
  makers: Map<string, string[]>
  /** The statements of `createApp` in which a function is called, by its name. */
  made: Map<string, Statement[]>
  /** How often the routes of a name are spoken of. */
  routed: Map<string, number>
}
type Statement = { names: string[]; code: string }

function mountsIn(app: string, reading: Reading): Mounts {
  const makers = new Map<string, string[]>()
  for (const { from, type, names } of reading.imports) {
    const path = type ? undefined : importedPath(appFile, from)
    const used = names.map(({ local }) => local).filter((name) => reading.uses(name) > 0)
    if (path !== undefined) makers.set(path, [...(makers.get(path) ?? []), ...used])
  }
  const code = withoutComments(app, reading)
  const made = new Map<string, Statement[]>()
  for (const { names, start, end } of reading.exportedFunction('createApp')?.body?.elements ?? []) {
    const statement = { names, code: code.slice(start, end) }
    for (const name of new Set(namesIn(statement.code, calls))) {
      made.set(name, [...(made.get(name) ?? []), statement])
    }
  }
  return { makers, made, routed: routedIn(code) }
}

function stateOf(path: string, files: Files, mounts: Mounts): AppModule['state'] {
  const used = mounts.makers.get(path) ?? []
  if (used.length === 0) return 'not-imported'
  if (isRegistered(used, mounts)) return 'mounted'
  const hasRoutes = /\broutes\b/.test(files.read(path) ?? '')
  return hasRoutes ? 'not-registered' : 'mounted'
}

/** Registered directly, or by a name that what was made is kept under. */
function isRegistered(used: string[], { made, routed }: Mounts): boolean {
  const statements = used.flatMap((name) => made.get(name) ?? [])
  if (statements.length === 0) return true
  return statements.some(({ names, code }) => {
    if (names.length === 0) return code.includes('register')
    const own = routedIn(code)
    return names.some((name) => (routed.get(name) ?? 0) > (own.get(name) ?? 0))
  })
}

/** `invoices.routes`, or `routes` alone when it was taken out of the module at once. */
function routedIn(code: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of [...namesIn(code, routesOf), ...namesIn(code, routesAlone)]) {
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

const calls = /\b(\w+)\s*\(/g
const routesOf = /\b(\w+)\s*\??\.\s*routes\b/g
const routesAlone = /\b(\w*outes)\b/g

const namesIn = (code: string, pattern: RegExp) =>
  [...code.matchAll(pattern)].map(([, name = '']) => name)
