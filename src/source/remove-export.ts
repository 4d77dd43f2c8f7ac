import { type Editor, changed, present, refused } from './edit.ts'
import type { ExportRequest } from './export-names.ts'
import { nameOutOf } from './import-list.ts'
import { wantedNames } from './import-names.ts'
import { type Splice, spliced } from './list/splice.ts'
import type { Export, Reading } from './reading.ts'
import { typescriptReader } from './readers.ts'
import { type Around, statementCut } from './statement-cut.ts'

/** Takes exports from another module out again. */
export function removeExport(request: ExportRequest): Editor {
  return (source, path = 'source.ts') => {
    const all = request.all === true ? '*' : request.all
    let text = source
    for (const name of wantedNames(request)) {
      text = without(text, path, request.from, ({ names }) =>
        names.find((each) => each.name === name.name && each.local === name.local),
      )
    }
    if (all !== undefined) text = without(text, path, request.from, (each) => each.all === all)
    if (text === source) return present
    const errors = (code: string) => typescriptReader().read(code, path).errors.length
    if (errors(text) <= errors(source)) return changed(text)
    return refused('The file would not parse without the export.', '')
  }
}

type Found = { local: string } | boolean | undefined

function without(
  source: string,
  path: string,
  from: string,
  find: (host: Export) => Found,
): string {
  const reading = typescriptReader().read(source, path)
  for (const host of reading.exports.filter((each) => each.from === from)) {
    const found = find(host)
    if (found) return spliced(source, cutsOf(source, reading, host, found))
  }
  return source
}

function cutsOf(source: string, reading: Reading, host: Export, found: Found): Splice[] {
  if (typeof found === 'object' && host.names.length > 1) {
    return nameOutOf(source, reading, host, found.local)
  }
  return [statementCut(source, reading.headEnd, host, around(reading, host))]
}

/** The first export from another module is parted from the imports above by a blank line. */
function around({ exports, imports }: Reading, host: Export): Around {
  const others = exports.filter(({ from }) => from !== undefined)
  const index = others.findIndex(({ start }) => start === host.start)
  const [previous, next] = [others[index - 1], others[index + 1]]
  const above = imports.findLast(({ end }) => end <= host.start)
  return { previous: previous ?? above, next, alone: !previous && !next }
}
