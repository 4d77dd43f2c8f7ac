import { type Editor, refused } from '../source/edit.ts'

/** The answer of an edit that would use what an earlier one could not make. */
export const heldBack =
  (name: string, paste: string): Editor =>
  () =>
    refused(`What it stands on, ${name}, could not be made there.`, paste)

/** Whether a text calls a function, as the entry does that makes `name`. */
export const calls = (text: string | undefined, name: string): boolean =>
  text?.includes(`${name}(`) ?? false
