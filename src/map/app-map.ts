import { posix } from 'node:path'

import type { Files } from '../files/files.ts'
import { appFile, modulesFolder } from '../project/layout.ts'
import { compareNames } from '../text/compare-names.ts'
import { type AppModule, readModules } from './modules.ts'
import { type CodeFile, readCode } from './read-code.ts'

/** A route as the code says it: what is put together in code of another shape, only the app knows. */
export type MappedRoute = {
  method: string
  url: string
  policy?: string
  place: { file: string; line: number }
}

export type MappedModule = {
  name: string
  path: string
  state: AppModule['state']
  /** What it takes from the platform. */
  takes: string[]
  /** The modules whose files it imports. */
  uses: string[]
  routes: MappedRoute[]
}

export type AppMap = { modules: MappedModule[]; routes: MappedRoute[] }

/** What an app consists of, read from its code alone: it need not run, nor be able to. */
export function readMap(files: Files): AppMap {
  const code = readCode(files)
  const routes = [...code.values()].flatMap((file) => routesOf(file, code))
  const modules = readModules(files).map(({ path, state }) => {
    const folder = posix.dirname(path)
    const own = [...code.values()].filter((file) => isIn(folder, file.path))
    return {
      name: posix.basename(folder),
      path,
      state,
      takes: unique(own.flatMap((file) => file.takes)),
      uses: unique(own.flatMap((file) => file.imports).flatMap(moduleOf)).filter(
        (name) => name !== posix.basename(folder),
      ),
      routes: sorted(routes.filter(({ place }) => isIn(folder, place.file))),
    }
  })
  return { modules, routes: sorted(routes) }
}

const isIn = (folder: string, path: string) => path.startsWith(`${folder}/`)

const moduleOf = (path: string) =>
  isIn(modulesFolder, path) ? [path.slice(modulesFolder.length + 1).split('/', 1)[0] ?? ''] : []

const unique = (names: string[]) => [...new Set(names)].toSorted(compareNames)

const sorted = (routes: MappedRoute[]) =>
  routes.toSorted((one, other) => compareNames(one.url, other.url))

function routesOf({ path: file, routes }: CodeFile, code: Map<string, CodeFile>): MappedRoute[] {
  if (routes.length === 0) return []
  return prefixesOf(file, code).flatMap((prefix) =>
    routes.map(({ path, line, ...route }) => ({
      ...route,
      url: joined(prefix, path),
      place: { file, line },
    })),
  )
}

/** The prefixes under which a file is registered, from `app.ts` on; none where nobody does. */
function prefixesOf(path: string, code: Map<string, CodeFile>, seen: string[] = []): string[] {
  if (path === appFile) return ['']
  if (seen.includes(path)) return []
  return [...code.values()].flatMap((file) => {
    const own = file.registered.filter(({ name }) => file.origins.get(name) === path)
    if (own.length === 0) return []
    const outer = prefixesOf(file.path, code, [...seen, path])
    return outer.flatMap((before) => own.map(({ prefix }) => before + prefix))
  })
}

/** As Fastify does: the root of a prefix has no slash of its own. */
const joined = (prefix: string, path: string) =>
  path === '/' && prefix !== '' ? prefix : prefix.replace(/\/$/, '') + path || '/'
