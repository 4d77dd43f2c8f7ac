/** One value of every factor. */
export type Case<Factors> = {
  [Name in keyof Factors]: Factors[Name] extends readonly (infer Value)[] ? Value : never
}

/**
 * Few cases in which every pair of values of two factors meets at least once. Greedy: each case is
 * the one of all combinations that covers most pairs still open, so the result is always the same.
 */
export function pairwise<const Factors extends Record<string, readonly unknown[]>>(
  factors: Factors,
): Case<Factors>[] {
  const all = everyCase(factors)
  const open = new Set(all.flatMap(pairsOf))
  const chosen: Case<Factors>[] = []
  while (open.size > 0) {
    const gain = (each: Case<Factors>) => pairsOf(each).filter((pair) => open.has(pair)).length
    const best = all.reduce((left, right) => (gain(right) > gain(left) ? right : left))
    for (const pair of pairsOf(best)) open.delete(pair)
    chosen.push(best)
  }
  return chosen
}

/** Every combination of all values. */
export function everyCase<const Factors extends Record<string, readonly unknown[]>>(
  factors: Factors,
): Case<Factors>[] {
  const cases = Object.entries(factors).reduce<Record<string, unknown>[]>(
    (found, [name, values]) =>
      found.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  )
  // Provable: every name of the factors was given one of its values above.
  return cases as Case<Factors>[]
}

function pairsOf(each: object): string[] {
  const entries = Object.entries(each).map(([name, value]) => `${name}=${String(value)}`)
  return entries.flatMap((left, index) =>
    entries.slice(index + 1).map((right) => `${left} ${right}`),
  )
}
