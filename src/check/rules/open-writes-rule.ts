import { pluralOf } from '../../text/inflect.ts'
import { placeOf } from '../../text/lines.ts'
import { type AppCode, appCode } from '../app-code.ts'
import { type Finding, finding } from '../finding.ts'
import type { SourceRule } from '../source-file.ts'

const policies = /^src\/modules\/.*-policy\.ts$/
const modules = /^src\/modules\/.*\.ts$/
const enumeration = new Intl.ListFormat('en-GB')
const reads = /^(list|find|get|show|read|search|count)/i

/** Writes that nobody has decided about are listed: they are open until then. */
export const openWritesRule: SourceRule = (file) => [
  ...appCode(file, policies, 'open').flatMap(openActions),
  ...appCode(file, modules, 'http.').flatMap(routesWithoutPolicy),
]

/** `create: 'open'` and the like in a policy: one decision is asked for, however many are open. */
function openActions({ path, source, code }: AppCode): Finding[] {
  const open = [...code.matchAll(/^\s*(\w+):\s*(?:'open'|"open")/gm)].filter(
    ([, action = '']) => !reads.test(action),
  )
  const [first] = open
  if (!first) return []
  const { line } = placeOf(source, first.index + first[0].length)
  const actions = enumeration.format(new Set(open.map(([, action = '']) => action)))
  const what = `${actions} ${nounsOf(path)}`
  return [finding('info', { path, line }, 'write-open', { what })]
}

/** `paper kites` for `paper-kite-policy.ts`. */
function nounsOf(path: string): string {
  const words = path.replace(/^.*\/|-policy\.ts$/g, '').split('-')
  return [...words.slice(0, -1), pluralOf(words.at(-1) ?? '')].join(' ')
}

/** A route that takes writes and names no policy is open as well. */
function routesWithoutPolicy({ path, source, code, reading }: AppCode): Finding[] {
  return [...code.matchAll(/\bhttp\.(post|put|patch|delete)\s*\(/g)].flatMap((found) => {
    const inside = reading.containerAt(found.index + found[0].length - 1)
    if (inside.kind !== 'list' || inside.list !== 'arguments') return []
    const [url, options] = inside.elements
    if (/\bpolicy\b(?!\s*:\s*(?:'open'|"open"))/.test(textOf(code, options))) return []
    const what = `send ${found[1]?.toUpperCase()} ${textOf(code, url)}`
    const at = { path, line: placeOf(source, found.index).line }
    return [finding('info', at, 'write-open', { what })]
  })
}

const textOf = (code: string, { start, end } = { start: 0, end: 0 }) => code.slice(start, end)
