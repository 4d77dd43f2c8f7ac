import type { Module } from './read-module.ts'

/** The modules and packages that importing one module loads at once, each with the way it came in. */
export function loadedBy(start: string, modules: Map<string, Module>): Map<string, string[]> {
  const ways = new Map([[start, [start]]])
  for (const [path, way] of ways) {
    for (const each of modules.get(path)?.imports ?? []) {
      if (each.kind !== 'value' || ways.has(each.to)) continue
      ways.set(each.to, [...way, each.to])
    }
  }
  return ways
}

/** Circles among rooms: each as the rooms on it, starting with the first by name. */
export function circles(edges: Map<string, Set<string>>): string[] {
  const found = new Set<string>()
  const walk = (room: string, way: string[]): void => {
    const start = way.indexOf(room)
    if (start >= 0) {
      const circle = way.slice(start)
      const first = circle.indexOf(circle.toSorted()[0] ?? room)
      found.add([...circle.slice(first), ...circle.slice(0, first)].join(' -> '))
      return
    }
    for (const next of edges.get(room) ?? []) walk(next, [...way, room])
  }
  for (const room of edges.keys()) walk(room, [])
  return [...found].toSorted()
}
