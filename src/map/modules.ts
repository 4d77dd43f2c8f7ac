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
  const paths = files.list(modulesFolder).filter((path) => path.endsWith('-module.ts'))
  const app = files.read(appFile)
  if (app === undefined || paths.length === 0) return []
  const reading = typescriptReader().read(app, appFile)
  if (reading.errors.length > 0) return []
  const code = withoutComments(app, reading)
  return paths.map((path) => ({ path, state: stateOf(path, { files, reading, code }) }))
}

type AppCode = { files: Files; reading: Reading; code: string }

function stateOf(path: string, { files, reading, code }: AppCode): AppModule['state'] {
  const makers = reading.imports
    .filter(({ from, type }) => !type && importedPath(appFile, from) === path)
    .flatMap(({ names }) => names.map(({ local }) => local))
  const used = makers.filter((name) => reading.uses(name) > 0)
  if (used.length === 0) return 'not-imported'
  const hasRoutes = /\broutes\b/.test(files.read(path) ?? '')
  return !hasRoutes || isRegistered(used, { reading, code }) ? 'mounted' : 'not-registered'
}

/** Registered directly, or by a name that what was made is kept under. */
function isRegistered(makers: string[], { reading, code }: Pick<AppCode, 'reading' | 'code'>) {
  const statements = reading.exportedFunction('createApp')?.body?.elements ?? []
  const made = statements.filter(({ start, end }) =>
    makers.some((name) => new RegExp(`\\b${name}\\s*\\(`).test(code.slice(start, end))),
  )
  if (made.length === 0) return true
  return made.some(({ names, start, end }) => {
    const own = code.slice(start, end)
    const rest = code.slice(0, start) + code.slice(end)
    return names.length === 0 ? own.includes('register') : names.some((name) => routed(name, rest))
  })
}

/** `invoices.routes`, or `routes` alone when it was taken out of the module at once. */
const routed = (name: string, code: string) =>
  new RegExp(`\\b${name}\\b`.concat(name.endsWith('outes') ? '' : `\\s*\\??\\.\\s*routes\\b`)).test(
    code,
  )
