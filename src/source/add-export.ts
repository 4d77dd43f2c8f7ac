import { lineEndOf } from '../text/lines.ts'
import { type Editor, present, refused } from './edit.ts'
import { editedWhole } from './edited-whole.ts'
import { type ExportRequest, type MissingExports, missingExports } from './export-names.ts'
import { namesInto } from './import-list.ts'
import { atHead, below, type ImportPlace } from './import-place.ts'
import type { Splice } from './list/splice.ts'
import type { Reading } from './reading.ts'
import { typescriptReader } from './readers.ts'
import { importStyle } from './style.ts'
import { sayingUnread } from './unread.ts'

/** Exports what another module has, in an export from there or in a new one. */
export function addExport(request: ExportRequest): Editor {
  return sayingUnread((source, path = 'source.ts') => {
    const reading = typescriptReader().read(source, path)
    const missing = missingExports(reading, request)
    if (isNothing(missing)) return present
    const style = { quote: "'", semicolon: '' }
    const paste = statements(missing, request.from, style).join('\n')
    const taken = takenName(reading, missing)
    if (taken !== undefined) return refused(`The name ${taken} is already exported.`, paste)
    const splices = splicesFor(source, reading, request.from, missing)
    const isDone = (after: Reading) => isNothing(missingExports(after, request))
    return editedWhole({ source, path, reading, isDone }, splices, { what: 'The export', paste })
  })
}

const isNothing = ({ names, all }: MissingExports) => names.length === 0 && all === undefined

const takenName = ({ exportedNames }: Reading, { names, all }: MissingExports) =>
  [...names.map(({ local }) => local), all].find(
    (local) => local !== undefined && exportedNames.has(local),
  )

function splicesFor(source: string, reading: Reading, from: string, missing: MissingExports) {
  const host = hostFor(reading, from, missing)
  const merged: Splice[] = host
    ? namesInto(source, reading, { ...host, headEnd: host.end }, missing.names)
    : []
  const rest = host ? { ...missing, names: [] } : missing
  const lines = statements(rest, from, importStyle(source, reading))
  if (lines.length === 0) return merged
  const lineEnd = lineEndOf(source)
  const { at, before, behind } = placeFor(source, reading, lineEnd)
  return [...merged, { from: at, to: at, text: before + lines.join(lineEnd) + behind }]
}

/** Types go to the module's type export when it has one; values never do. */
function hostFor({ exports }: Reading, from: string, { names }: MissingExports) {
  const same = exports.filter((each) => each.from === from && each.names.length > 0)
  const onlyTypes = names.every(({ type }) => type)
  return same.find((each) => onlyTypes && each.type) ?? same.find((each) => !each.type)
}

/** Below the last export from another module, else below the imports, else at the head. */
function placeFor(
  source: string,
  { exports, imports, headEnd }: Reading,
  lineEnd: string,
): ImportPlace {
  const last = exports.findLast(({ from }) => from !== undefined)
  if (last) return below(source, last, '', lineEnd)
  const above = imports.at(-1)
  return above ? below(source, above, lineEnd, lineEnd) : atHead(source, headEnd, lineEnd)
}

function statements(
  { names, all }: MissingExports,
  from: string,
  { quote, semicolon }: { quote: string; semicolon: string },
): string[] {
  const onlyTypes = names.every(({ type }) => type)
  const codes = names.map(({ code, type }) => (type && !onlyTypes ? `type ${code}` : code))
  const end = `from ${quote}${from}${quote}${semicolon}`
  const star = all === undefined ? [] : [`export ${all === '*' ? '*' : `* as ${all}`} ${end}`]
  if (codes.length === 0) return star
  return [...star, `export ${onlyTypes ? 'type ' : ''}{ ${codes.join(', ')} } ${end}`]
}
