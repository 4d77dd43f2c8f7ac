import { codeOf } from '../errors/define-problems.ts'
import type { Http } from '../http/server.ts'
import { mapModels } from './map-models.ts'
import { mapModules } from './map-modules.ts'
import type { MapReply } from './map-reply.ts'
import { type CodeFile, placeIn, readCode } from './read-code.ts'

/** What the app consists of: its routes as they run, all else as its sources say. */
export function mapApp({ http }: { http: Pick<Http, 'routeList'> }): MapReply {
  const routes = http.routeList
    .map(({ method, url, place }) => ({ method, url: url || '/', ...(place && { place }) }))
    .toSorted((one, other) =>
      `${one.url} ${one.method}` < `${other.url} ${other.method}` ? -1 : 1,
    )
  const code = readCode()
  if (!code) return { routes }
  const inFile = (path: string) => code.files.filter((file) => file.path === path)
  return {
    routes,
    modules: mapModules(code, routes),
    models: mapModels(code),
    // What a feature defines of these, it adds here.
    jobs: [],
    events: [],
    settings: inFile('src/config.ts').flatMap((file) => named(file, /^ {2}([A-Z][A-Z0-9_]*):/gm)),
    problems: inFile('src/errors.ts').flatMap((file) =>
      named(file, /^ {2}([a-z]\w*): \{/gm).map(({ name, place }) => ({
        name,
        code: codeOf(name),
        place,
      })),
    ),
    tests: code.tests.flatMap((file) =>
      named(file, /\b(?:test|it)\(\s*(?:'([^'\n]+)'|"([^"\n]+)")/g),
    ),
  }
}

const named = (file: CodeFile, pattern: RegExp) =>
  [...file.code.matchAll(pattern)].map(({ index, 1: name, 2: other = '' }) => ({
    name: name ?? other,
    place: placeIn(file, index),
  }))
