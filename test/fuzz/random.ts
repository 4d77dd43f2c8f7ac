import { createHash } from 'node:crypto'

/** Chance that can be repeated: the same seed and the same name give the same choices. */
export type Random = ReturnType<typeof createRandom>

/** Each file has a source of its own, so that one file alone does what it does among all. */
export function createRandom(seed: number, name: string) {
  let state = createHash('sha256').update(`${seed} ${name}`).digest().readUInt32LE(0)

  /** A whole number from 0 to one less than the limit (mulberry32). */
  function below(limit: number): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }

  function pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[below(items.length)] ?? items[0]
  }

  return { below, pick, chance: (share: number) => below(1000) < share * 1000 }
}

/** The items in an order of chance. */
export const shuffled = <Item>(items: Item[], random: Random): Item[] =>
  items
    .map((item) => ({ item, rank: random.below(2 ** 31) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
