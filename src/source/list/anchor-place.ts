import { beginsLine, lineAfter, lineStart } from '../../text/lines.ts'
import type { List, Reading } from '../reading.ts'
import { type ListPlace, placeIn } from './list-place.ts'

/**
 * A place by structure, for a file whose owner took the markers out: among the statements of an
 * exported function, after the last one or before the first one that has one of these shapes.
 * In a shape `$name` stands for anything: `const $module = $create(platform)`. The first shape
 * that occurs decides.
 */
export type Anchor = { function: string; after?: string[]; before?: string[] }

export function anchorPlace(
  source: string,
  reading: Reading,
  anchor: Anchor,
): ListPlace | undefined {
  const body = reading.exportedFunction(anchor.function)?.body
  if (!body) return undefined
  return behind(source, reading, body, anchor) ?? ahead(source, reading, body, anchor)
}

/** All statements of the anchor's function: where elif may have put an entry. */
export function anchorBody(reading: Reading, { function: name }: Anchor): ListPlace | undefined {
  const body = reading.exportedFunction(name)?.body
  if (!body) return undefined
  const borders = { from: body.open, to: body.close, beside: body.start }
  return placeIn(body, borders, (later) => later.exportedFunction(name)?.body)
}

function behind(
  source: string,
  reading: Reading,
  body: List,
  { function: name, after = [] }: Anchor,
) {
  for (const shape of after) {
    const last = reading.matching(body, shape).at(-1)
    if (!last) continue
    const gap = lineAfter(source, last.end)
    if (gap > body.close || source.slice(last.end, gap).trim() !== '') return undefined
    return gapIn(body, gap, last.start, name)
  }
  return undefined
}

function ahead(
  source: string,
  reading: Reading,
  body: List,
  { function: name, before = [] }: Anchor,
) {
  for (const shape of before) {
    const [first] = reading.matching(body, shape)
    if (!first) continue
    if (!beginsLine(source, first.start)) return undefined
    const gap = lineStart(source, first.start)
    return gapIn(body, gap, first.start, name)
  }
  return undefined
}

const gapIn = (body: List, gap: number, beside: number, name: string) =>
  placeIn(body, { from: gap, to: gap, beside }, (later) => later.exportedFunction(name)?.body)
