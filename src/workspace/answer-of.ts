import { ElifError } from '../errors/elif-error.ts'
import { type Edit, type Editor, refused } from '../source/edit.ts'

/** What an editor says to a file; a file that is not there is refused with the lines it lacks. */
export function answerOf(editor: Editor, path: string, source: string | undefined): Edit {
  if (source !== undefined) return editor(source, path)
  return refused(`There is no file ${path}.`, linesFor(editor, path))
}

/** The edit of an empty file is what belongs into a missing one. */
function linesFor(editor: Editor, path: string): string {
  try {
    const answer = editor('', path)
    if (answer.kind === 'changed') return answer.text
    return answer.kind === 'refused' ? answer.paste : ''
  } catch (error) {
    if (error instanceof ElifError) return ''
    throw error
  }
}
