import { diffArrays } from 'diff'

type Texts = { base: string; mine: string; theirs: string }
type Rebased = { base: string; mine: string }
/** Units of the base, from and to, and the units that theirs has in their place. */
type Hunk = { from: number; to: number; units: string[] }

/**
 * Makes in mine each change of theirs whose lines stand together in mine as they stood in the
 * base, also right beside a line that mine has changed; then words of lines, all of them or none.
 * Answers mine and the base with these changes made, so that the rest can be merged.
 */
export function rebased(texts: Texts): Rebased {
  const lines = byLines(texts)
  const { theirs } = texts
  return lines.base === theirs ? lines : (byWords({ ...lines, theirs }) ?? lines)
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/gu) ?? []
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_$]+|[^\S\n]+|[^]/gu) ?? []

function byLines({ base, mine, theirs }: Texts): Rebased {
  const hunks = hunksOf(linesOf(base), linesOf(theirs))
  return made(hunks, { base: linesOf(base), mine: linesOf(mine) })
}

function byWords({ base, mine, theirs }: Texts): Rebased | undefined {
  const words = { base: wordsOf(base), mine: wordsOf(mine) }
  const whole = made(wordHunks(linesOf(base), linesOf(theirs)), words)
  return whole.base === theirs ? whole : undefined
}

/** Of lines that were changed one for one, the words that differ. */
function wordHunks(base: string[], theirs: string[]): Hunk[] {
  const starts = [0]
  for (const line of base) starts.push((starts.at(-1) ?? 0) + wordsOf(line).length)
  return hunksOf(base, theirs)
    .filter(({ from, to, units }) => to - from === units.length)
    .flatMap(({ from, units }) =>
      units.map((line, index) => {
        const start = starts[from + index] ?? 0
        const { from: first, to: last, units: words } = middleOf(base[from + index] ?? '', line)
        return { from: start + first, to: start + last, units: words }
      }),
    )
}

function middleOf(base: string, theirs: string): Hunk {
  const [old, now] = [wordsOf(base), wordsOf(theirs)]
  let from = 0
  while (from < old.length && from < now.length && old[from] === now[from]) from += 1
  let rest = 0
  const most = Math.min(old.length, now.length) - from
  while (rest < most && old.at(-1 - rest) === now.at(-1 - rest)) rest += 1
  return { from, to: old.length - rest, units: now.slice(from, now.length - rest) }
}

type Sides = { base: string[]; mine: string[] }

/** Both sides with the changes made that have a place in mine. */
function made(hunks: Hunk[], { base, mine }: Sides): Rebased {
  const places = placesIn(mine, base)
  for (const hunk of hunks.toReversed()) {
    const from = placeOf(hunk, places, { base, mine })
    if (from === undefined) continue
    base.splice(hunk.from, hunk.to - hunk.from, ...hunk.units)
    mine.splice(from, hunk.to - hunk.from, ...hunk.units)
  }
  return { base: base.join(''), mine: mine.join('') }
}

/** Where the units of a hunk begin in mine; undefined when they do not stand there together. */
function placeOf({ from, to }: Hunk, places: Map<number, number>, { base, mine }: Sides) {
  if (from === to) {
    const before = from === 0 ? -1 : places.get(from - 1)
    const after = from === base.length ? mine.length : places.get(from)
    return before !== undefined && after === before + 1 ? after : undefined
  }
  const first = places.get(from)
  if (first === undefined) return undefined
  for (let unit = from; unit < to; unit += 1) {
    if (places.get(unit) !== first + unit - from) return undefined
  }
  return first
}

function hunksOf(base: string[], theirs: string[]): Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  for (const { value, added, removed } of diffArrays(base, theirs)) {
    const last = hunks.at(-1)
    const open = last?.to === at ? last : undefined
    if (added && open) open.units.push(...value)
    else if (added) hunks.push({ from: at, to: at, units: [...value] })
    if (removed && open) open.to += value.length
    else if (removed) hunks.push({ from: at, to: at + value.length, units: [] })
    if (!added) at += value.length
  }
  return hunks
}

/** The place in mine that each unit of the base has come to, both counted from 0. */
function placesIn(mine: string[], base: string[]): Map<number, number> {
  const places = new Map<number, number>()
  let [from, to] = [0, 0]
  for (const { value, added, removed } of diffArrays(base, mine)) {
    if (!added && !removed) value.forEach((_, index) => places.set(from + index, to + index))
    if (!added) from += value.length
    if (!removed) to += value.length
  }
  return places
}
