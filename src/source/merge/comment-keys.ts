import type { Entry } from './outline.ts'

/**
 * Lets comments be told by what they are on: the entry behind whose end they stand on its line,
 * else the one below them. The same words above two entries are two comments.
 */
export function withCommentKeys(entries: Entry[]): Entry[] {
  const ordered = entries.toSorted((one, other) => one.start - other.start)
  for (const [index, entry] of ordered.entries()) {
    if (!entry.comment) continue
    const before = ordered.slice(0, index).findLast(({ comment }) => !comment)
    const below = ordered.slice(index).find(({ comment }) => !comment)
    const isBehind = before && !entry.source.slice(before.end, entry.start).includes('\n')
    const on = isBehind ? before : below
    entry.keys = [`${isBehind ? 'behind' : 'on'} ${on?.keys[0] ?? on?.identity} ${entry.identity}`]
  }
  return ordered
}
