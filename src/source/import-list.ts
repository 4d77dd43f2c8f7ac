import type { Wanted } from './import-names.ts'
import { appendItems, type InlineList, removeItem } from './list/inline-list.ts'
import type { Splice } from './list/splice.ts'
import type { Import, Reading } from './reading.ts'

/** The part of an import or an export between its braces. */
export type NameList = Pick<Import, 'type' | 'names' | 'braces'>

/** Puts names at the end of an import's list; a default import gets a list behind it. */
export function namesInto(
  source: string,
  reading: Reading,
  host: NameList & { headEnd: number },
  names: Wanted[],
) {
  const codes = names.map(({ code, type }) => (type && !host.type ? `type ${code}` : code))
  const list = listOf(source, reading, host)
  if (list) return appendItems(list, codes)
  return [{ from: host.headEnd, to: host.headEnd, text: `, { ${codes.join(', ')} }` }]
}

/** Takes the name out of a list that has others. */
export function nameOutOf(
  source: string,
  reading: Reading,
  host: NameList,
  local: string,
): Splice[] {
  const list = listOf(source, reading, host)
  const index = host.names.findIndex((name) => name.local === local)
  return list ? removeItem(list, index) : []
}

function listOf(source: string, { comments }: Reading, host: NameList): InlineList | undefined {
  const { braces, names: items } = host
  return braces && { source, comments, items, open: braces.start + 1, close: braces.end }
}
