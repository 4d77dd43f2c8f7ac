import type { Wanted } from './import-names.ts'
import { wantedNames } from './import-names.ts'
import type { Reading } from './reading.ts'

/** What to export from which other module: names (`a as b`), types, or all, maybe under a name. */
export type ExportRequest = {
  from: string
  names?: string[]
  types?: string[]
  all?: true | string
}

/** What a module does not export from there yet; `all` is `*` or the name that all gets. */
export type MissingExports = { names: Wanted[]; all: string | undefined }

/** The part of a request that a module lacks. */
export function missingExports({ exports }: Reading, request: ExportRequest): MissingExports {
  const same = exports.filter(({ from }) => from === request.from)
  const whole = same.filter(({ all }) => all === '*')
  const names = wantedNames(request).filter(({ name, local, type }) => {
    const plain = name === local && name !== 'default'
    if (plain && whole.some((each) => type || !each.type)) return false
    const known = same.flatMap((each) => each.names)
    return !known.some((each) => each.name === name && each.local === local && (type || !each.type))
  })
  const all = request.all === true ? '*' : request.all
  return { names, all: same.some((each) => each.all === all && !each.type) ? undefined : all }
}
