import { ElifError } from '../../src/errors/elif-error.ts'
import type { Edit, Editor } from '../../src/source/edit.ts'
import { type Judge, judges } from './readers.ts'

/** One edit to be tried: how it is made, how it is undone, and what it must leave alone. */
export type Trial = {
  name: string
  path: string
  source: string
  add: Editor
  remove: Editor
  /** Whether all that is not elif's is in the edited text as it was. */
  leavesTheRest: (text: string) => boolean
}

/**
 * What came of it. A refusal has written nothing, and says why by a code or a sentence. `relaid`: the
 * removal gave back all but the line breaks of the one list that it took something out of.
 */
export type Outcome =
  | { kind: 'held'; text: string; relaid: boolean }
  | { kind: 'refused'; because: string }
  | { kind: 'failed'; because: string }

/**
 * Tries an edit with both parsers; they have to agree to the byte. Only oxc may refuse alone: it
 * knows of some errors that TypeScript finds later, when it checks types.
 */
export function tried(trial: Trial): Outcome {
  const first = triedBy(judges.oxc, trial)
  if (first.kind === 'failed') return first
  const second = triedBy(judges.typescript, trial)
  if (second.kind === 'failed') return failed(`TypeScript: ${second.because}`)
  const stricter = first.kind === 'refused' && first.because === 'The file would not parse'
  if (stricter && second.kind === 'held')
    return { kind: 'refused', because: `${first.because} (so oxc alone)` }
  const agree = first.kind === second.kind && textOf(first) === textOf(second)
  if (!agree) return failed(`oxc ${said(first)}, TypeScript ${said(second)}`)
  return first
}

const textOf = (outcome: Outcome) => (outcome.kind === 'held' ? outcome.text : undefined)

const said = (outcome: Outcome) =>
  outcome.kind === 'held' ? 'edits' : `${outcome.kind} (${outcome.because})`

const failed = (because: string): Outcome => ({ kind: 'failed', because })

function triedBy(judge: Judge, trial: Trial): Outcome {
  const { source, path, add, remove } = trial
  const made = answer(judge, add, source, path)
  if (made.kind === 'refused') return made
  if (made.kind === 'present') return failed('says that it is there before it was made')
  if (!trial.leavesTheRest(made.text)) return failed('changes what is not its own')
  if (addsErrors(judge, trial, made.text)) return failed('leaves syntax errors')

  const again = answer(judge, add, made.text, path)
  if (again.kind !== 'present') return failed(`answers ${again.kind} to a second run`)
  const undone = answer(judge, remove, made.text, path)
  if (undone.kind !== 'changed') return failed(`answers ${undone.kind} to its removal`)
  const relaid = undone.text !== source
  if (relaid && inOneLine(undone.text) !== inOneLine(source))
    return failed('gives back other bytes')
  const more = answer(judge, remove, undone.text, path)
  if (more.kind !== 'present') return failed(`answers ${more.kind} to a second removal`)
  return { kind: 'held', text: made.text, relaid }
}

/** A text as it is, its line breaks and the commas at the ends of lists aside. */
const inOneLine = (text: string) => text.replaceAll(/,?\s+(?=[}\])])|\s+/g, ' ')

const addsErrors = ({ reader }: Judge, { source, path }: Trial, text: string): boolean =>
  !path.endsWith('.json') &&
  reader.read(text, path).errors.length > reader.read(source, path).errors.length

/** The answer of an editor; an error of the catalogue is a refusal with a code. */
function answer(
  { judging }: Judge,
  editor: Editor,
  source: string,
  path: string,
): Exclude<Edit, { kind: 'refused' }> | Extract<Outcome, { kind: 'refused' }> {
  try {
    const edit = judging(() => editor(source, path))
    return edit.kind === 'refused' ? { kind: 'refused', because: general(edit.because) } : edit
  } catch (error) {
    if (error instanceof ElifError) return { kind: 'refused', because: error.code }
    throw error
  }
}

/** A reason without the names, places and messages that are of one file only. */
const general = (because: string) =>
  because
    .replace(/: .*$/s, '')
    .replaceAll(/"[^]*"/g, 'The text')
    .replace(/ \(line \d+\)\.?/, '')
    .replace(/ in an? [\w ]+, /, ' in something, ')
