import { type Counts, noCounts } from './rate-limit-counts.ts'

/**
 * The counts of each caller. Two generations bound the memory: when the young one is full it becomes the
 * old one, and whoever has asked since is carried over, so those who stay away are forgotten first.
 */
export function createCountsByKey(keys: number) {
  let young = new Map<string, Counts>()
  let old = new Map<string, Counts>()

  return (key: string) => {
    const known = young.get(key)
    if (known) return known
    if (young.size >= keys / 2) {
      old = young
      young = new Map()
    }
    const counts = old.get(key) ?? noCounts()
    young.set(key, counts)
    return counts
  }
}
