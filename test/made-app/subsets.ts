import { createRandom, shuffled } from '../fuzz/random.ts'

/** Some of the names in an order of chance, and the same in another one. */
export type Subset = [added: string[], removed: string[]]

/**
 * Subsets in which every pair of names meets at least once, both orders of it as far as chance
 * brings them, and none with less than two names. The same seed gives the same ones.
 */
export function pairwiseSubsets(names: string[], seed = 20_261_120): Subset[] {
  const random = createRandom(seed, 'subsets')
  const open = new Set(
    names.flatMap((one, at) => names.slice(at + 1).map((two) => `${one} ${two}`)),
  )
  const subsets: Subset[] = []
  for (let pair = first(open); pair !== undefined; pair = first(open)) {
    const wanted = new Set(pair.split(' '))
    const chosen = names.filter((name) => wanted.has(name) || random.chance(0.4))
    for (const one of chosen) for (const two of chosen) open.delete(`${one} ${two}`)
    subsets.push([shuffled(chosen, random), shuffled(chosen, random)])
  }
  return subsets
}

const first = (open: Set<string>) => open.values().next().value
