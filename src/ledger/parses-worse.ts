import { isScript } from '../source/comments.ts'
import { typescriptReader } from '../source/readers.ts'
import { regionFaults } from '../source/region.ts'

/** Whether a text of elif's making has more syntax errors or faulty markers than the one before. */
export function parsesWorse(path: string, before: string, after: string): boolean {
  if (!isScript(path)) return false
  const faults = (text: string) =>
    typescriptReader().read(text, path).errors.length + regionFaults(text, path).length
  return faults(after) > faults(before)
}
