/** A reading of texts that keeps the last two: those before and behind an edit. */
export function remembered<Result>(read: (source: string) => Result): (source: string) => Result {
  let kept: { source: string; result: Result }[] = []
  return (source) => {
    const known = kept.find((each) => each.source === source)
    if (known) return known.result
    const result = read(source)
    kept = [...kept.slice(-1), { source, result }]
    return result
  }
}
