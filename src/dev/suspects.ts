import type { ElifError } from '../errors/elif-error.ts'
import { syntaxFault } from './syntax-fault.ts'

/** Remembers which files did not parse: a file stays under suspicion until it does. */
export function createSuspects(read: (path: string) => string | undefined) {
  const suspected = new Set<string>()

  return {
    /** The first of these files, or of those before, that Node would refuse. */
    firstFault(changed: string[]): ElifError | undefined {
      for (const path of changed) suspected.add(path)
      for (const path of suspected) {
        const source = read(path)
        const fault = source === undefined ? undefined : syntaxFault(path, source)
        if (fault) return fault
        suspected.delete(path)
      }
      return undefined
    },
  }
}
