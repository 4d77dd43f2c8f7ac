/** Replaces a span of a text; an insertion when both positions are the same. */
export type Splice = { from: number; to: number; text: string }

/** Takes a span out. */
export const cut = (from: number, to: number): Splice => ({ from, to, text: '' })

/** Applies splices that do not overlap. */
export function spliced(source: string, splices: Splice[]): string {
  const ordered = splices.toSorted((a, b) => b.from - a.from || b.to - a.to)
  return ordered.reduce(
    (text, { from, to, text: inside }) => text.slice(0, from) + inside + text.slice(to),
    source,
  )
}
