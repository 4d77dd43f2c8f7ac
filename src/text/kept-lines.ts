/** The lines of a text that were in an older one, counted from 1. */
export async function keptLines(before: string, after: string): Promise<Set<number>> {
  const { diffArrays } = await import('diff')
  const kept = new Set<number>()
  let line = 1
  for (const { value, added, removed } of diffArrays(before.split('\n'), after.split('\n'))) {
    if (removed) continue
    if (!added) value.forEach((_, index) => kept.add(line + index))
    line += value.length
  }
  return kept
}
