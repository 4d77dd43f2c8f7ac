import type { Neighbour } from './list/neighbour-place.ts'

/** What to import from where. A name may be renamed: `parse as parseYaml`. */
export type ImportRequest = {
  from: string
  names?: string[]
  types?: string[]
  default?: string
  /** The import that it belongs to where it is a new one, as long as that one is there. */
  neighbour?: Neighbour
}

/** One name of an import list. */
export type Wanted = { code: string; name: string; local: string; type: boolean }

/** The names asked for; what is asked for as value needs no type of the same name. */
export function wantedNames({ names = [], types = [] }: ImportRequest): Wanted[] {
  const values = names.map((name) => wanted(name, false))
  const locals = new Set(values.map(({ local }) => local))
  const others = types.map((name) => wanted(name, true)).filter(({ local }) => !locals.has(local))
  return [...values, ...others]
}

function wanted(code: string, type: boolean): Wanted {
  const [name = code, local = name] = code.split(/\s+as\s+/)
  return { code, name, local, type }
}
