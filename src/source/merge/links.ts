import type { Block, Entry } from './outline.ts'
import { tokens } from './tokens.ts'

/** An entry as the chain that it may be: `database`, `.selectFrom('kites')`, `.execute()`. */
export function linksOf(entry: Entry): Block {
  const { source, start, end, blocks } = entry
  const ends = blocks.map((block) => block.close + (block.separator === '|' ? 0 : 1))
  const borders = [start, ...ends, end]
  const entries = borders.slice(1).flatMap((to, index): Entry[] => {
    const text = source.slice(borders[index], to)
    const from = to - text.trimStart().length
    if (text.trim() === '') return []
    const link = { identity: tokens(text), keys: [], names: [], comment: false }
    const inner = blocks[index]
    const frozen = () => frozenWithin(entry, from, to)
    return [{ ...link, source, start: from, end: to, blocks: inner ? [inner] : [], frozen }]
  })
  return { kind: 'links', source, open: start, close: end, separator: '', ordered: true, entries }
}

const frozenWithin = (entry: Entry, from: number, to: number) =>
  entry
    .frozen()
    .map(([start, end]): [number, number] => [start + entry.start - from, end + entry.start - from])
    .filter(([start, end]) => start >= 0 && end <= to - from)
