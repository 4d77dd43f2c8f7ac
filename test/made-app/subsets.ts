import { type Preset, presetNames, presets } from '../../src/project/presets.ts'
import { createRandom, shuffled } from '../fuzz/random.ts'

/** Some of the features in an order of chance, the same in another one, and the app for them. */
export type Subset = { preset: Preset; added: string[]; removed: string[] }

type Feature = { name: string; needs: string[] }

/**
 * Subsets in which every pair of features meets at least once, both orders of it as far as chance
 * brings them, and none with less than two. A feature is added to an app that was made without it,
 * and removed behind those that need it; the one that has brought it along, which takes it with it,
 * goes last of those. The same seed gives the same ones.
 */
export function pairwiseSubsets(features: Feature[], seed = 20_261_120): Subset[] {
  const names = features.map(({ name }) => name)
  const random = createRandom(seed, 'subsets')
  const open = new Set(
    names.flatMap((one, at) => names.slice(at + 1).map((two) => `${one} ${two}`)),
  )
  const subsets: Subset[] = []
  for (let pair = first(open); pair !== undefined; pair = first(open)) {
    const wanted = new Set(pair.split(' '))
    const chosen = names.filter((name) => wanted.has(name) || random.chance(0.4))
    for (const one of chosen) for (const two of chosen) open.delete(`${one} ${two}`)
    const [added, removed] = [shuffled(chosen, random), shuffled(chosen, random)]
    const [preset = 'api'] = shuffled(presetNames.filter(lacks(chosen)), random)
    subsets.push({ preset, added, removed: neededLast(removed, added, features) })
  }
  return subsets
}

const lacks = (chosen: string[]) => (preset: Preset) =>
  !presets[preset].features.some((each) => chosen.includes(each))

const first = (open: Set<string>) => open.values().next().value

function neededLast(names: string[], added: string[], features: Feature[]): string[] {
  const needsOf = (name: string) => features.find((each) => each.name === name)?.needs ?? []
  const brought = (name: string) => [name, ...needsOf(name)]
  const needed = new Set(names.flatMap(needsOf))
  const bringsOthers = (name: string) => {
    const before = new Set(added.slice(0, added.indexOf(name)).flatMap(brought))
    return needsOf(name).some((need) => !before.has(need))
  }
  const rank = (name: string) => (needed.has(name) ? 2 : bringsOthers(name) ? 1 : 0)
  return names.toSorted((one, other) => rank(one) - rank(other))
}
