import { addImport } from '../../src/source/add-import.ts'
import type { ImportRequest } from '../../src/source/import-names.ts'
import type { Import } from '../../src/source/reading.ts'
import { typescriptReader } from '../../src/source/readers.ts'
import { removeImport } from '../../src/source/remove-import.ts'
import type { Random } from './random.ts'
import type { Trial } from './trial.ts'

const requests: [ImportRequest, ...ImportRequest[]] = [
  { from: 'elif-package', names: ['elifThing'] },
  { from: 'node:elif', names: ['elifThing as elifOther'], types: ['ElifType'] },
  { from: './elif-thing.ts', types: ['ElifType'] },
  { from: '#app/elif.ts', default: 'elifDefault', names: ['elifThing'] },
]

/** A new import, and names for one that the file has. */
export function importTrials(source: string, path: string, random: Random): Trial[] {
  const { imports } = typescriptReader().read(source, path)
  const [first, ...others] = imports.filter(({ namespace }) => namespace === undefined)
  const known = first && random.pick([first, ...others])
  return [
    trial('new import', source, path, random.pick(requests)),
    ...(known ? [trial('names for an import', source, path, moreOf(known, random))] : []),
  ]
}

const moreOf = ({ from }: Import, random: Random): ImportRequest =>
  random.pick<ImportRequest>([
    { from, names: ['elifThing'] },
    { from, types: ['ElifType'] },
    { from, names: ['elifThing'], types: ['ElifType', 'ElifOther'] },
  ])

const trial = (name: string, source: string, path: string, request: ImportRequest): Trial => ({
  name,
  path,
  source,
  add: addImport(request),
  remove: removeImport(request),
  leavesTheRest: (text) => holdsInOrder(text, source) && isImported(text, path, request),
})

/** Whether a text is an earlier one with more in it; a list that grows may go onto more lines. */
export function holdsInOrder(text: string, earlier: string): boolean {
  const signs = earlier.replaceAll(/\s/g, '')
  let at = 0
  for (let index = 0; index < text.length; index++) if (text[index] === signs[at]) at += 1
  return at === signs.length
}

/** Every name is there, and once only. */
function isImported(text: string, path: string, request: ImportRequest): boolean {
  const names = typescriptReader()
    .read(text, path)
    .imports.filter(({ from }) => from === request.from)
    .flatMap((each) => [{ local: each.default }, each.names].flat())
  const wanted = [request.names ?? [], request.types ?? [], request.default ?? []].flat()
  return wanted
    .map((name) => name.split(' as ').at(-1))
    .every((name) => names.filter(({ local }) => local === name).length === 1)
}
