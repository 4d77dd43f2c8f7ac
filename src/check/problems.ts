import { importedPath } from '../source/imported-path.ts'
import type { Reading } from '../source/reading.ts'
import { placesOf } from '../text/lines.ts'
import type { AppCode } from './app-code.ts'

type Named = { name: string; line: number }

/** The problems that a file defines: those by name, and what its code calls the catalogues. */
export type Catalogue = {
  problems: Named[]
  /** Whether every problem is in the text itself, not in something that is spread. */
  isWhole: boolean
  names: string[]
}

/** What a file defines: `export const problems = defineProblems({ … })`. */
export function catalogueOf({ source, code, reading }: AppCode): Catalogue {
  const lists = reading.listsAt({ kind: 'call', name: 'defineProblems', path: [0] })
  const elements = lists.flatMap((list) => list.elements)
  const place = placesOf(source)
  return {
    problems: elements.flatMap(({ names: [name], start }) =>
      name === undefined ? [] : [{ name, line: place(start).line }],
    ),
    isWhole: elements.every(({ names }) => names.length > 0),
    names: [...code.matchAll(/\bconst\s+(\w+)\s*=\s*defineProblems\s*\(/g)].map(
      ([, name = '']) => name,
    ),
  }
}

/** What a file does with what another one exports under a name, which may be a catalogue. */
export type Use = {
  path: string
  exported: string
  problems: Named[]
  /** Whether it is passed on as a whole: then any problem may be used. */
  isPassedOn: boolean
}

/** What a file makes of the exports of a catalogue's file; in that file itself, of all that it names so. */
export function usesOf(user: AppCode, file: string, names: string[]): Use[] {
  const { path, reading } = user
  if (path === file) return names.map((name) => useOf(user, name, name))
  const imports = reading.imports.filter(({ from }) => importedPath(path, from) === file)
  const reExported = reading.exports.filter(
    ({ from }) => from !== undefined && importedPath(path, from) === file,
  )
  const isPassedOn = imports.some(({ namespace }) => namespace) || reExported.length > 0
  return [
    ...imports.flatMap((each) => each.names.map(({ name, local }) => useOf(user, name, local))),
    ...(isPassedOn ? [{ path, exported: '*', problems: [], isPassedOn }] : []),
  ]
}

function useOf({ path, source, code, reading }: AppCode, exported: string, local: string): Use {
  const use: Use = { path, exported, problems: [], isPassedOn: false }
  const place = placesOf(source)
  for (const { index } of code.matchAll(new RegExp(`(?<![\\w$.])${local}(?![\\w$])`, 'g'))) {
    if (isDeclared(reading, code, index)) continue
    const names = namesAround(code, index, index + local.length)
    if (names === undefined) use.isPassedOn = true
    else use.problems.push(...names.map((name) => ({ name, line: place(index).line })))
  }
  return use
}

/** The names in `problems.a` and in `const { a, b: c } = problems`; undefined for anything else. */
function namesAround(code: string, start: number, end: number): string[] | undefined {
  const [, member] = /^\s*\??\.\s*(\w+)/.exec(code.slice(end)) ?? []
  if (member !== undefined) return [member]
  const [, taken] = /\{([^{}]*)\}\s*=\s*$/.exec(code.slice(0, start)) ?? []
  const names = taken?.split(',').map((each) => each.trim())
  if (!names || names.some((name) => name.startsWith('...'))) return undefined
  return names.map((name) => name.split(/[\s:=]/, 1)[0] ?? '').filter((name) => name !== '')
}

const isDeclared = ({ imports }: Reading, code: string, position: number) =>
  imports.some(({ start, end }) => start <= position && position < end) ||
  /\bconst\s+$/.test(code.slice(0, position))
