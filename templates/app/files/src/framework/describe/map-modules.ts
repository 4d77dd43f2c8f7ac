import { posix } from 'node:path'

import type { MappedModule, MappedRoute } from './map-reply.ts'
import { type Code, type CodeFile, importsOf } from './read-code.ts'

/** The modules, each with what it needs and what it answers. */
export function mapModules({ files }: Code, routes: MappedRoute[]): MappedModule[] {
  const app = files.find(({ path }) => path === 'src/app.ts')
  return files
    .filter(({ path }) => /^src\/modules\/.*-module\.ts$/.test(path))
    .map((file) => {
      const folder = posix.dirname(file.path)
      const name = posix.basename(folder)
      const own = files.filter(({ path }) => path.startsWith(`${folder}/`))
      const itsRoutes = routes.filter(({ place }) => place?.file.startsWith(`${folder}/`))
      return {
        name,
        path: file.path,
        state: stateOf(file, own, itsRoutes, app),
        takes: sorted(own.flatMap(takenIn)),
        uses: sorted(own.flatMap(importsOf).flatMap(moduleOf)).filter((other) => other !== name),
        routes: itsRoutes,
      }
    })
}

const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? []

const sorted = (names: string[]) => [...new Set(names)].toSorted()

/** What it picks from the platform; everything where it takes the platform whole. */
function takenIn({ code }: CodeFile): string[] {
  if (/\(\s*\w+\s*:\s*Platform\b/.test(code)) return ['everything']
  return [...code.matchAll(/\bPick<\s*Platform\s*,([^>]*)>/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/['"](\w+)['"]/g)].map(([, name = '']) => name),
  )
}

/** Whether the app builds it, and whether what it answers can be asked. */
function stateOf(file: CodeFile, own: CodeFile[], routes: MappedRoute[], app?: CodeFile) {
  if (!app || !importsOf(app).includes(file.path)) return 'not-imported'
  const answers = own.some(({ code }) => /\bhttp\.(?:get|post|put|patch|delete)\s*\(/.test(code))
  return answers && routes.length === 0 ? 'not-registered' : 'mounted'
}
