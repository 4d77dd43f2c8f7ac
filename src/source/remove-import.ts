import { beforeLineBreak, lineAfter, lineStart } from '../text/lines.ts'
import { type Edit, type Editor, changed, present, refused } from './edit.ts'
import { type ImportRequest, type Wanted, wantedNames } from './import-names.ts'
import { nameOutOf } from './import-list.ts'
import { groupOf } from './import-place.ts'
import { cut, type Splice, spliced } from './list/splice.ts'
import type { Import, Reading } from './reading.ts'
import { typescriptReader } from './readers.ts'

/** Takes imported names out again, as far as the file no longer uses them. */
export function removeImport(request: ImportRequest): Editor {
  return (source, path = 'source.ts') => {
    const names = wantedNames(request)
    const wanted = names.map(({ local }) => local)
    const asked = request.default === undefined ? wanted : [...wanted, request.default]
    let text = source
    // The last one first: a list goes back to one line as soon as it fits there.
    for (const local of asked.toReversed()) text = without(text, path, request.from, local, names)
    return text === source ? present : verified(source, text, path)
  }
}

function without(source: string, path: string, from: string, local: string, names: Wanted[]) {
  const reading = typescriptReader().read(source, path)
  const host = reading.imports.find(
    (each) => each.from === from && holds(each, local, names) && each.namespace === undefined,
  )
  if (!host || reading.uses(local) > 0) return source
  return spliced(source, cutsOf(source, reading, host, local))
}

/** The same name under the same alias. */
const holds = (host: Import, local: string, names: Wanted[]) =>
  host.default === local ||
  host.names.some((known) => known.local === local && names.some(({ name }) => name === known.name))

function cutsOf(source: string, reading: Reading, host: Import, local: string): Splice[] {
  const bindings = host.names.length + (host.default === undefined ? 0 : 1)
  if (bindings === 1) return [statementCut(source, reading, host)]
  if (host.default === local) return [cut(host.headEnd - local.length, host.braces?.start ?? 0)]
  if (host.names.length === 1) return [cut(host.headEnd, (host.braces?.end ?? 0) + 1)]
  return nameOutOf(source, reading, host, local)
}

/** The line of the import, and the blank line that parted its group if it was alone in it. */
function statementCut(source: string, { imports, headEnd }: Reading, host: Import): Splice {
  const index = imports.indexOf(host)
  const [previous, next] = [imports[index - 1], imports[index + 1]]
  const alone = [previous, next].every((each) => !each || groupOf(each.from) !== groupOf(host.from))
  const { start, end, sharedBefore, sharedBehind } = lineOf(source, host)
  if (sharedBefore) return cut(host.start, host.end)
  const above = alone && previous ? blankLineBefore(source, start) : start
  if (sharedBehind && previous) return cut(beforeLineBreak(source, above), host.end)
  if (sharedBehind) return cut(host.start, host.end)
  if (!source.slice(host.end, end).includes('\n')) return cut(beforeLineBreak(source, above), end)
  if (!alone || previous) return cut(above, end)
  const hasHead = source.slice(0, headEnd).replace(/^\ufeff/, '') !== ''
  return cut(start, hasHead && !next ? end : blankLineAfter(source, end))
}

/** The line of an import, and whether other code stands on it. */
function lineOf(source: string, host: Import) {
  const first = lineStart(source, host.start)
  const start = source[first] === '\ufeff' ? first + 1 : first
  const end = lineAfter(source, host.end)
  const sharedBefore = source.slice(start, host.start).trim() !== ''
  return { start, end, sharedBefore, sharedBehind: source.slice(host.end, end).trim() !== '' }
}

const blankLineBefore = (source: string, start: number) =>
  start - (/\n(\r?\n)$/.exec(source.slice(0, start))?.[1]?.length ?? 0)

const blankLineAfter = (source: string, end: number) =>
  end + (/^\r?\n/.exec(source.slice(end))?.[0].length ?? 0)

function verified(source: string, text: string, path: string): Edit {
  const errors = (code: string) => typescriptReader().read(code, path).errors.length
  if (errors(text) <= errors(source)) return changed(text)
  return refused('The file would not parse without the import.', '')
}
