import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Container, Element, List, Reader } from '../../../src/source/reading.ts'

const root = join(import.meta.dirname, '../../..')

/** All that a reader says about a source; two readers have to say the same. */
export function answersOf(reader: Reader, source: string, path: string) {
  const reading = reader.read(source, path)
  if (reading.errors.length > 0) return 'refused'
  const { comments, exports, headEnd, imports } = reading
  const places = some([...linesOf(source), ...comments.map(({ start }) => start)])
  return {
    comments,
    exports,
    headEnd,
    imports,
    exportedNames: [...reading.exportedNames].toSorted(),
    topNames: [...reading.topNames].toSorted(),
    functions: [...reading.exportedNames].map((name) => {
      const found = reading.exportedFunction(name)
      return [found?.body, found?.returned].map((list) => list && said(list))
    }),
    places: places.map((place) => ({
      place,
      around: said(reading.containerAt(place)),
      names: [...reading.namesAt(place)].toSorted(),
    })),
    uses: imports.flatMap(({ names }) => names.map(({ local }) => reading.uses(local))),
  }
}

/** Not the names that it gives to lists and to equal entries: these are each reader's own. */
function said(container: Container | List) {
  if (container.kind === 'other') return container.what
  return { ...container, id: undefined, elements: container.elements.map(saidOf) }
}

export const saidOf = ({ start, end, names, call, maker, terminated }: Element) => ({
  start,
  end,
  names,
  call,
  maker,
  terminated,
})

/** Of a long source every tenth place or so: each is asked for all that is around it. */
const some = (places: number[]) =>
  places.filter((_place, index) => index % Math.ceil(places.length / 20) === 0)

const linesOf = (source: string) => [...source.matchAll(/^/gm)].map(({ index }) => index)

export const sourceAt = (path: string) => readFileSync(join(root, path), 'utf8')
