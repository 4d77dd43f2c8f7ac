import { importedPath } from '../../source/imported-path.ts'
import { placeOf } from '../../text/lines.ts'
import { appCode } from '../app-code.ts'
import { type Finding, finding } from '../finding.ts'
import type { Gathering } from '../gathering.ts'
import { moduleOf } from '../module-of.ts'

type Place = { path: string; line: number }

/** The first import by which a module needs another one, by their names. */
type Needs = Map<string, Map<string, Place>>

/** Modules do not need each other in a circle. Types do not count: they are gone where the app runs. */
export function moduleCircles(): Gathering {
  const needs: Needs = new Map()
  return {
    look(file) {
      for (const { path, source, reading } of appCode(file, /^src\/modules\/.*\.ts$/)) {
        for (const { from, start, type, names } of reading.imports) {
          const isType = type || (names.length > 0 && names.every((name) => name.type))
          const [own, other] = [moduleOf(path), moduleOf(importedPath(path, from))]
          if (isType || own === undefined || other === undefined || own === other) continue
          const known = needs.get(own) ?? new Map()
          if (!known.has(other)) known.set(other, { path, line: placeOf(source, start).line })
          needs.set(own, known)
        }
      }
    },
    findings: () => circlesIn(needs).map((chain) => findingOf(chain, needs)),
  }
}

/** Each circle once, beginning with the first of its names. */
function circlesIn(needs: Needs): string[][] {
  const found = new Map<string, string[]>()
  const done = new Set<string>()

  function follow(name: string, path: string[]) {
    const begin = path.indexOf(name)
    if (begin >= 0) {
      const circle = beginningFirst(path.slice(begin))
      found.set(circle.join(), circle)
      return
    }
    if (done.has(name)) return
    for (const other of needs.get(name)?.keys() ?? []) follow(other, [...path, name])
    done.add(name)
  }

  for (const name of [...needs.keys()].toSorted()) follow(name, [])
  return [...found.values()]
}

function beginningFirst(circle: string[]): string[] {
  const [first = ''] = circle.toSorted()
  const at = circle.indexOf(first)
  return [...circle.slice(at), ...circle.slice(0, at)]
}

function findingOf(circle: string[], needs: Needs): Finding {
  const chain = [...circle, circle[0] ?? '']
  const places = circle.flatMap((name, at) => needs.get(name)?.get(chain[at + 1] ?? '') ?? [])
  const [at = { path: 'src/app.ts' }] = places
  return finding('error', at, 'modules-in-circle', {
    chain,
    places: places.map(({ path, line }) => `${path}:${line}`),
  })
}
