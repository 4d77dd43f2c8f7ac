import { mergeLines } from '../../text/merge-lines.ts'
import { layoutOf, plain } from './layout.ts'
import { type Labels, type Merged, writeMerged } from './write-merged.ts'

export type { Merged, MergeHunk } from './write-merged.ts'

type Options = { path: string; base: string; mine: string; theirs: string; labels?: Labels }

/**
 * Brings into mine what theirs changes of a base. Bytes that theirs leaves alone stay as they are
 * in mine, its line ends, byte order mark and missing last newline among them. A conflict comes
 * as a text with the blocks that git writes, and as data.
 */
export function mergeFile(options: Options): Merged {
  const { base, theirs } = options
  const mine = plain(options.mine)
  const layout = layoutOf(options.mine)
  const labels = options.labels ?? { mine: 'yours', theirs: 'elif' }
  const texts = { base: plain(base), mine, theirs: plain(theirs) }
  return writeMerged(mergeLines(texts), { mine, layout, labels })
}
