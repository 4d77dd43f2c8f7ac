import { ElifError } from '../../../src/errors/elif-error.ts'
import type { Editor } from '../../../src/source/edit.ts'
import { regionFaults } from '../../../src/source/region.ts'
import type { Trial } from '../trial.ts'
import { withoutUses } from './uses.ts'

/**
 * What became of an edit when a formatter had been over it. `left`: the entry is known and stays,
 * because it is not as elif wrote it. `spoiled`: a marker has moved, which elif says by a code.
 */
export type FormattedOutcome =
  { kind: 'held' | 'left' } | { kind: 'spoiled' | 'failed'; because: string }

/** After the formatter a second run changes nothing, and the edit can be taken out. */
export function judged({ path, add, remove }: Trial, formatted: string): FormattedOutcome {
  const [fault] = regionFaults(formatted, path)
  if (fault) return { kind: 'spoiled', because: fault.code }
  const again = answer(add, formatted, path)
  if (again.kind !== 'present') return failed(`answers ${again.kind} to a second run`)
  const undone = answer(remove, withoutUses(formatted), path)
  if (undone.kind === 'present') return { kind: 'left' }
  if (undone.kind !== 'changed') return failed(`answers ${undone.kind} to its removal`)
  if (regionFaults(undone.text, path).length > 0) return failed('spoils the regions by its removal')
  const anew = answer(add, undone.text, path)
  return anew.kind === 'changed'
    ? { kind: 'held' }
    : failed(`answers ${anew.kind} after its removal`)
}

const failed = (because: string): FormattedOutcome => ({ kind: 'failed', because })

/** An error of the catalogue is an answer by its code. */
function answer(editor: Editor, source: string, path: string) {
  try {
    return editor(source, path)
  } catch (error) {
    if (error instanceof ElifError) return { kind: error.code } as const
    throw error
  }
}
