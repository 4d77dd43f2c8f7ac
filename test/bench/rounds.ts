/** Something to time; `run` answers the milliseconds it took, however it knows them. */
export type Contestant = { name: string; run: (round: number) => Promise<number> }
export type Timed = { name: string; median: number; best: number; worst: number }

/**
 * Runs all contestants in turn, round after round, so that a slow minute of the machine falls on
 * all of them. The first round fills caches and does not count.
 */
export async function inRounds(contestants: Contestant[], rounds = 5): Promise<Timed[]> {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, run } of contestants) {
      const time = await run(round)
      if (round > 0) times.get(name)?.push(time)
    }
  }
  return [...times].map(([name, all]) => {
    const sorted = all.toSorted((a, b) => a - b)
    const at = (index: number) => sorted[index] ?? Number.NaN
    return { name, median: at(sorted.length >> 1), best: at(0), worst: at(sorted.length - 1) }
  })
}
