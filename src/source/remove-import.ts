import { type Edit, type Editor, changed, present, refused } from './edit.ts'
import { type ImportRequest, type Wanted, wantedNames } from './import-names.ts'
import { nameOutOf } from './import-list.ts'
import { groupOf } from './import-place.ts'
import { cut, type Splice, spliced } from './list/splice.ts'
import type { Import, Reading } from './reading.ts'
import { typescriptReader } from './readers.ts'
import { type Around, statementCut } from './statement-cut.ts'

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
  if (bindings === 1) return [statementCut(source, reading.headEnd, host, around(reading, host))]
  if (host.default === local) return [cut(host.headEnd - local.length, host.braces?.start ?? 0)]
  if (host.names.length === 1) return [cut(host.headEnd, (host.braces?.end ?? 0) + 1)]
  return nameOutOf(source, reading, host, local)
}

/** Alone in its group, it was parted from the others by a blank line. */
function around({ imports }: Reading, host: Import): Around {
  const index = imports.indexOf(host)
  const [previous, next] = [imports[index - 1], imports[index + 1]]
  const alone = [previous, next].every((each) => !each || groupOf(each.from) !== groupOf(host.from))
  return { previous, next, alone }
}

function verified(source: string, text: string, path: string): Edit {
  const errors = (code: string) => typescriptReader().read(code, path).errors.length
  if (errors(text) <= errors(source)) return changed(text)
  return refused('The file would not parse without the import.', '')
}
