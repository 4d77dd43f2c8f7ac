import { posix } from 'node:path'

import type { Files } from '../files/files.ts'
import { appFile, configFile, modulesFolder, problemsFile } from '../project/layout.ts'
import { compareNames } from '../text/compare-names.ts'
import type { AppMap, MappedModel, MappedRoute, Named } from './map-schema.ts'
import { readModules } from './modules.ts'
import { type CodeFile, readCode } from './read-code.ts'
import { testsIn } from './tests-in.ts'

/** What an app consists of, read from its code alone: it need not run, nor be able to. */
export function readMap(files: Files): AppMap {
  const code = readCode(files)
  const all = [...code.values()]
  const routes = sorted(all.flatMap((file) => routesOf(file, code)))
  const modules = readModules(files).map(({ path, state }) => {
    const folder = posix.dirname(path)
    const own = all.filter((file) => isIn(folder, file.path))
    return {
      name: posix.basename(folder),
      path,
      state,
      takes: unique(own.flatMap((file) => file.takes)),
      uses: unique(own.flatMap((file) => file.imports).flatMap(moduleOf)).filter(
        (name) => name !== posix.basename(folder),
      ),
      routes: routes.filter(({ place }) => isIn(folder, place.file)),
    }
  })
  return {
    routes,
    modules,
    models: all.flatMap((file) => modelOf(file, code)),
    // No feature defines any of these yet.
    jobs: [],
    events: [],
    settings: definedIn(configFile, code),
    problems: definedIn(problemsFile, code).map(({ name, place }) => ({
      name,
      code: name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      place,
    })),
    tests: testsIn(files),
  }
}

function modelOf({ path, columns }: CodeFile, code: Map<string, CodeFile>): MappedModel[] {
  const noun = /([^/]+)-model\.ts$/.exec(path)?.[1]
  if (noun === undefined || !columns) return []
  const table = code.get(path.replace(/-model\.ts$/, '-repository.ts'))?.table
  return [
    {
      name: noun.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
      ...(table !== undefined && { table }),
      columns: columns.list.map((text) => {
        const [column = '', name = column] = text.split(' as ')
        return { name, column }
      }),
      relations: [],
      place: { file: path, line: columns.line },
    },
  ]
}

const definedIn = (file: string, code: Map<string, CodeFile>): Named[] =>
  (code.get(file)?.defined ?? []).map(({ name, line }) => ({ name, place: { file, line } }))

const isIn = (folder: string, path: string) => path.startsWith(`${folder}/`)

const moduleOf = (path: string) =>
  isIn(modulesFolder, path) ? [path.slice(modulesFolder.length + 1).split('/', 1)[0] ?? ''] : []

const unique = (names: string[]) => [...new Set(names)].toSorted(compareNames)

const sorted = (routes: MappedRoute[]) =>
  routes.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))

const keyOf = ({ method, url }: MappedRoute) => `${url} ${method}`

function routesOf({ path: file, routes }: CodeFile, code: Map<string, CodeFile>): MappedRoute[] {
  if (routes.length === 0) return []
  return prefixesOf(file, code).flatMap((prefix) =>
    routes.map(({ method, path, line }) => ({
      method,
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
