import type { Round, Served } from './bench-servers.ts'

export type Rounds = Map<string, Round[]>
export type Workload = 'hello' | 'orders'

export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const [below = Number.NaN, above = Number.NaN] = [
    sorted[(sorted.length - 1) >> 1],
    sorted[sorted.length >> 1],
  ]
  return (below + above) / 2
}

const of = (rounds: Rounds, name: string) => {
  const found = rounds.get(name)
  if (!found) throw new Error(`Nothing was measured of ${name}.`)
  return found
}

export const medianOf = (rounds: Rounds, name: string, figure: (round: Round) => number) =>
  median(of(rounds, name).map(figure))

/** How much one server has of what another has, in the same round each; the median of the rounds. */
export function ratioOf(
  rounds: Rounds,
  [name, other]: [string, string],
  [workload, figure]: [Workload, keyof Served],
): number {
  const others = of(rounds, other)
  const ratios = of(rounds, name).map((round, index) => {
    const against = others[index]
    return against ? round[workload][figure] / against[workload][figure] : Number.NaN
  })
  return median(ratios)
}
