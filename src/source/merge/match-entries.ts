import { likeness } from './tokens.ts'
import { type Entry, textOf } from './outline.ts'

/** Which entry of one side is which of the other. */
export type Matches = Map<Entry, Entry>

/**
 * Tells entries by their names and calls, then by what they say, then by their place: the one
 * between the same two neighbours is the same one, unless it has become quite another.
 */
export function matchEntries(olds: Entry[], news: Entry[]): Matches {
  const matches: Matches = new Map()
  const taken = new Set<Entry>()
  const match = (one: Entry, other: Entry) => {
    matches.set(one, other)
    taken.add(other)
  }
  const left = () => [olds.filter((each) => !matches.has(each)), rest(news, taken)] as const
  for (const [one, other] of byKeys(...left())) match(one, other)
  for (const [one, other] of byIdentity(...left())) match(one, other)
  for (const [one, other] of byPlace(olds, news, matches, taken)) match(one, other)
  return matches
}

/** Entries that both sides have added, each on its own. */
export function matchAdded(olds: Entry[], news: Entry[]): Matches {
  const matches: Matches = new Map(byKeys(olds, news))
  const taken = new Set(matches.values())
  const left = olds.filter((each) => !each.comment && !matches.has(each))
  for (const [one, other] of byIdentity(left, rest(news, taken))) matches.set(one, other)
  return matches
}

const rest = (entries: Entry[], taken: Set<Entry>) => entries.filter((each) => !taken.has(each))

type Pair = [one: Entry, other: Entry]

/** A key that a list holds twice tells nothing. */
function byKeys(olds: Entry[], news: Entry[]): Pair[] {
  const known = uniqueKeys(news)
  const taken = new Set<Entry>()
  const pairs: Pair[] = []
  for (const [key, one] of uniqueKeys(olds)) {
    const other = known.get(key)
    if (!other || taken.has(other) || pairs.some(([first]) => first === one)) continue
    taken.add(other)
    pairs.push([one, other])
  }
  return pairs
}

/** The surest keys of all entries come first. */
function uniqueKeys(entries: Entry[]): Map<string, Entry> {
  const counts = new Map<string, number>()
  for (const key of entries.flatMap(({ keys }) => keys)) counts.set(key, (counts.get(key) ?? 0) + 1)
  const most = Math.max(0, ...entries.map(({ keys }) => keys.length))
  const unique = new Map<string, Entry>()
  for (let rank = 0; rank < most; rank++) {
    for (const entry of entries) {
      const key = entry.keys[rank]
      if (key !== undefined && counts.get(key) === 1) unique.set(key, entry)
    }
  }
  return unique
}

function byIdentity(olds: Entry[], news: Entry[]): Pair[] {
  const known = Map.groupBy(news, ({ identity }) => identity)
  return olds.flatMap((one): Pair[] => {
    const other = known.get(one.identity)?.shift()
    return other ? [[one, other]] : []
  })
}

/**
 * What is left between the partners of the same two neighbours: one that is alone on both sides,
 * and several, in their order, as far as they are alike.
 */
function byPlace(olds: Entry[], news: Entry[], matches: Matches, taken: Set<Entry>): Pair[] {
  return [false, true].flatMap((comment) => {
    const isLeft = (each: Entry) => each.comment === comment && !matches.has(each)
    const isFree = (each: Entry) => each.comment === comment && !taken.has(each)
    return gapsOf(olds, news, matches).flatMap(([gap, other]) =>
      pairsIn(gap.filter(isLeft), other.filter(isFree)),
    )
  })
}

/** The entries between matched ones, on both sides. */
function gapsOf(olds: Entry[], news: Entry[], matches: Matches): [Entry[], Entry[]][] {
  const borders = [-1, ...olds.flatMap((each, at) => (matches.has(each) ? [at] : [])), olds.length]
  return borders.slice(1).map((to, index) => {
    const from = borders[index] ?? -1
    const start = placeOf(news, matches, olds[from], -1)
    const end = placeOf(news, matches, olds[to], news.length)
    return [olds.slice(from + 1, to), news.slice(start + 1, Math.max(start + 1, end))]
  })
}

function placeOf(news: Entry[], matches: Matches, old: Entry | undefined, none: number): number {
  const partner = old && matches.get(old)
  return partner ? news.indexOf(partner) : none
}

function pairsIn(olds: Entry[], news: Entry[]): Pair[] {
  const [one, other] = [olds[0], news[0]]
  if (one && other && olds.length === 1 && news.length === 1) {
    const unnamed = one.comment || (one.keys.length === 0 && other.keys.length === 0)
    return unnamed || areAlike(one, other) ? [[one, other]] : []
  }
  let from = 0
  return olds.flatMap((old): Pair[] => {
    const at = news.findIndex((each, index) => index >= from && areAlike(old, each))
    const found = news[at]
    if (!found) return []
    from = at + 1
    return [[old, found]]
  })
}

/** What gets another name has to stay what it was in most of its words. */
const areAlike = (one: Entry, other: Entry) => likeness(textOf(one), textOf(other)) >= 0.5
