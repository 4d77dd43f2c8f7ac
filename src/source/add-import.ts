import { lineEndOf } from '../text/lines.ts'
import { type Editor, present, refused } from './edit.ts'
import { editedWhole } from './edited-whole.ts'
import { namesInto } from './import-list.ts'
import { type ImportRequest, type Wanted, wantedNames } from './import-names.ts'
import { importPlace } from './import-place.ts'
import type { Splice } from './list/splice.ts'
import type { Import, Reading } from './reading.ts'
import { typescriptReader } from './readers.ts'
import { importStyle } from './style.ts'
import { sayingUnread } from './unread.ts'

/** Imports what is not imported yet, into an import of the same module or as a new one. */
export function addImport(request: ImportRequest): Editor {
  return sayingUnread((source, path = 'source.ts') => {
    const reading = typescriptReader().read(source, path)
    const missing = missingIn(reading, request)
    if (isNothing(missing)) return present
    const paste = statement(missing, request.from, { quote: "'", semicolon: '' })
    const taken = takenName(reading, missing)
    if (taken !== undefined) return refused(`The name ${taken} is already taken.`, paste)
    const splices = splicesFor(source, reading, request, missing)
    const isDone = (after: Reading) => isNothing(missingIn(after, request))
    return editedWhole({ source, path, reading, isDone }, splices, { what: 'The import', paste })
  })
}

type Missing = { names: Wanted[]; default: string | undefined }

const isNothing = ({ names, default: byDefault }: Missing) =>
  names.length === 0 && byDefault === undefined

function missingIn({ imports }: Reading, request: ImportRequest): Missing {
  const same = imports.filter(({ from }) => from === request.from)
  const names = wantedNames(request).filter(
    (name) => !same.some((each) => each.names.some((known) => serves(each, known, name))),
  )
  const known = same.some((each) => each.default === request.default && !each.type)
  return { names, default: known ? undefined : request.default }
}

/** An imported value is its type too; an imported type is no value. */
const serves = (host: Import, known: Import['names'][number], { name, local, type }: Wanted) =>
  known.name === name && known.local === local && (type || !(known.type || host.type))

const takenName = ({ topNames }: Reading, { names, default: byDefault }: Missing) =>
  [...names.map(({ local }) => local), byDefault].find(
    (local) => local !== undefined && topNames.has(local),
  )

function splicesFor(
  source: string,
  reading: Reading,
  request: ImportRequest,
  missing: Missing,
): Splice[] {
  const { from } = request
  const host = missing.default === undefined ? hostFor(reading, from, missing.names) : undefined
  if (host) return namesInto(source, reading, host, missing.names)
  const lineEnd = lineEndOf(source)
  const { at, before, behind } = importPlace(source, reading, request, lineEnd)
  const line = statement(missing, from, importStyle(source, reading))
  return [{ from: at, to: at, text: before + line + behind }]
}

/** Types go to the module's type import when it has one; values never do. */
function hostFor({ imports }: Reading, from: string, names: Wanted[]): Import | undefined {
  const same = imports.filter((each) => each.from === from && each.namespace === undefined)
  const onlyTypes = names.every(({ type }) => type)
  const typed = same.find((each) => onlyTypes && each.type && each.braces)
  return typed ?? same.find((each) => !each.type && (each.braces || each.default !== undefined))
}

function statement(
  { names, default: byDefault }: Missing,
  from: string,
  { quote, semicolon }: { quote: string; semicolon: string },
): string {
  const onlyTypes = byDefault === undefined && names.every(({ type }) => type)
  const codes = names.map(({ code, type }) => (type && !onlyTypes ? `type ${code}` : code))
  const list = codes.length > 0 ? [`{ ${codes.join(', ')} }`] : []
  const bindings = [...(byDefault === undefined ? [] : [byDefault]), ...list].join(', ')
  return `import ${onlyTypes ? 'type ' : ''}${bindings} from ${quote}${from}${quote}${semicolon}`
}
