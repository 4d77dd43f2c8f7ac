import { keepsCustom } from './custom-regions.ts'
import { type Edit, changed, refused } from './edit.ts'
import { type Splice, spliced } from './list/splice.ts'
import type { Reading } from './reading.ts'
import { typescriptReader } from './readers.ts'

type Editing = {
  source: string
  path: string
  reading: Reading
  /** Whether nothing of what was asked for is missing from the edited file. */
  isDone: (after: Reading) => boolean
}

/**
 * A file with these splices: everything asked for is there, what is custom has not changed, and it
 * parses as well as before; else the lines to paste.
 */
export function editedWhole(
  { source, path, reading, isDone }: Editing,
  splices: Splice[],
  { what, paste }: { what: string; paste: string },
): Edit {
  const text = spliced(source, splices)
  const after = typescriptReader().read(text, path)
  const custom = keepsCustom({ source, reading }, { source: text, reading: after })
  const parses = after.errors.length <= reading.errors.length
  if (isDone(after) && custom && parses) return changed(text)
  return refused(`${what} would not parse where it belongs.`, paste)
}
