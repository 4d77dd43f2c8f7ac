import { placeOf } from '../../text/lines.ts'
import { type AppCode, appCode } from '../app-code.ts'
import { type Finding, finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

const policies = /^src\/modules\/.*-policy\.ts$/
const modules = /^src\/modules\/.*\.ts$/
const reads = /^(list|find|get|show|read|search|count)/i

/** Writes that nobody has decided about are listed: they are open until then. */
export const openWritesRule: Rule = ({ files }) => [
  ...appCode(files, policies, `'open'`).flatMap(openActions),
  ...appCode(files, modules, 'http.').flatMap(routesWithoutPolicy),
]

/** `create: 'open'` in a policy. */
function openActions({ path, source, code }: AppCode): Finding[] {
  return [...code.matchAll(/^\s*(\w+):\s*'open'/gm)]
    .filter(([, action = '']) => !reads.test(action))
    .map(({ 0: text, 1: action, index }) => {
      const { line } = placeOf(source, index + text.length)
      const noun = path.replace(/^.*\/|-policy\.ts$/g, '').replaceAll('-', ' ')
      return finding('info', { path, line }, 'write-open', { what: `${action} a ${noun}` })
    })
}

/** A route that takes writes and names no policy is open as well. */
function routesWithoutPolicy({ path, source, code, reading }: AppCode): Finding[] {
  return [...code.matchAll(/\bhttp\.(post|put|patch|delete)\s*\(/g)].flatMap((found) => {
    const inside = reading.containerAt(found.index + found[0].length - 1)
    if (inside.kind !== 'list' || inside.list !== 'arguments') return []
    const [url, options] = inside.elements
    if (/\bpolicy\b(?!\s*:\s*'open')/.test(textOf(code, options))) return []
    const what = `send ${found[1]?.toUpperCase()} ${textOf(code, url)}`
    const at = { path, line: placeOf(source, found.index).line }
    return [finding('info', at, 'write-open', { what })]
  })
}

const textOf = (code: string, { start, end } = { start: 0, end: 0 }) => code.slice(start, end)
