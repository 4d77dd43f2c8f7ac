import { diffIndices } from 'node-diff3'

/** What a merge does to one place of mine: replaces it by theirs, or leaves the choice. */
export type MergeChange = {
  from: number
  to: number
  base: string
  theirs: string
  /** Whether both sides have changed it, each in its own way. */
  clash: boolean
}

type Texts<Text> = { base: Text; mine: Text; theirs: Text }
type Lines = Texts<string[]>

/** Lines of the base and what became of them on one side. */
type Hunk = { side: 'mine' | 'theirs'; from: number; to: number; start: number; end: number }

/** What brings their changes of a base into mine, line by line; all texts with LF. */
export function mergeLines(texts: Texts<string>): MergeChange[] {
  const lines = {
    base: linesOf(texts.base),
    mine: linesOf(texts.mine),
    theirs: linesOf(texts.theirs),
  }
  const positions = [0]
  for (const line of lines.mine) positions.push((positions.at(-1) ?? 0) + line.length)
  const at = (line: number) => positions[line] ?? texts.mine.length
  let shift = 0
  return groupsOf(lines).flatMap((group) => {
    const change = changeOf(lines, group, shift)
    shift += shiftOf(group)
    return change ? [{ ...change, from: at(change.from), to: at(change.to) }] : []
  })
}

const linesOf = (text: string) => text.split(/(?<=\n)/)

/** Hunks of both sides that overlap or touch, in the order of the base. */
function groupsOf({ base, mine, theirs }: Lines): Hunk[][] {
  const hunks = [...hunksOf(base, mine, 'mine'), ...hunksOf(base, theirs, 'theirs')]
  const groups: Hunk[][] = []
  let end = -1
  for (const hunk of hunks.toSorted((one, other) => one.from - other.from)) {
    const group = groups.at(-1)
    if (group && hunk.from <= end) group.push(hunk)
    else groups.push([hunk])
    end = Math.max(end, hunk.to)
  }
  return groups
}

const hunksOf = (base: string[], changed: string[], side: Hunk['side']): Hunk[] =>
  diffIndices(base, changed).map(({ buffer1: [from, length], buffer2: [start, count] }) => ({
    side,
    from,
    to: from + length,
    start,
    end: start + count,
  }))

/** What a group means for mine, in lines; undefined when mine stays as it is. */
function changeOf(lines: Lines, group: Hunk[], shift: number): MergeChange | undefined {
  const mine = group.filter(({ side }) => side === 'mine')
  const theirs = group.filter(({ side }) => side === 'theirs')
  if (theirs.length === 0) return undefined
  const from = Math.min(...group.map((hunk) => hunk.from))
  const to = Math.max(...group.map((hunk) => hunk.to))
  const own = spanOf(mine, from, to) ?? [from + shift, to + shift]
  const other = spanOf(theirs, from, to) ?? [from, to]
  const change = { own, other, base: lines.base.slice(from, to).join('') }
  return smallest(lines, change, mine.length > 0)
}

/** The lines of a side that stand for the lines of the base that a group covers. */
function spanOf(hunks: Hunk[], from: number, to: number): [number, number] | undefined {
  const [first] = hunks
  const last = hunks.at(-1)
  if (!first || !last) return undefined
  return [first.start - (first.from - from), last.end + (to - last.to)]
}

type Wide = { own: [number, number]; other: [number, number]; base: string }

/** Without the lines that both sides have alike; undefined when nothing is left. */
function smallest({ mine, theirs }: Lines, wide: Wide, clash: boolean): MergeChange | undefined {
  let [from, to] = wide.own
  let [start, end] = wide.other
  if (clash) {
    while (from < to && start < end && mine[from] === theirs[start])
      [from, start] = [from + 1, start + 1]
    while (from < to && start < end && mine[to - 1] === theirs[end - 1])
      [to, end] = [to - 1, end - 1]
    if (from === to && start === end) return undefined
  }
  return { from, to, base: wide.base, theirs: theirs.slice(start, end).join(''), clash }
}

const shiftOf = (group: Hunk[]) =>
  group
    .filter(({ side }) => side === 'mine')
    .reduce((sum, { from, to, start, end }) => sum + end - start - (to - from), 0)
