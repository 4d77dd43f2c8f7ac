import { type Edit, changed, refused } from '../edit.ts'
import type { Reading } from '../reading.ts'
import { typescriptReader } from '../readers.ts'
import type { ListPlace } from './list-place.ts'
import { type Splice, spliced } from './splice.ts'
import { broken } from './verify.ts'

/** One list of one file, about to be edited. */
export type ListEdit = { source: string; path: string; reading: Reading; place: ListPlace }

/** Keeps the splices only if the edited text holds up to a second parse. */
export function verified(
  edit: ListEdit,
  splices: Splice[],
  identities: string[],
  paste: string,
): Edit {
  const { source, path, reading, place } = edit
  const text = spliced(source, splices)
  const after = { text, reading: typescriptReader().read(text, path), identities }
  const fault = broken(source, reading, place, after)
  return fault ? refused(fault, paste) : changed(text)
}
