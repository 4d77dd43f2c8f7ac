import { type Edit, type Editor, refused } from '../source/edit.ts'
import { linesOf } from '../source/lines-of.ts'

/** What an editor says to a file; a file that is not there is refused with the lines it lacks. */
export const answerOf = (editor: Editor, path: string, source: string | undefined): Edit =>
  source === undefined
    ? refused(`There is no file ${path}.`, linesOf(editor, path))
    : editor(source, path)
