import { ElifError } from '../errors/elif-error.ts'
import type { Editor } from './edit.ts'

/** What an edit puts into a file: the edit of an empty file is what belongs into any. */
export function linesOf(editor: Editor, path?: string): string {
  try {
    const answer = editor('', path)
    if (answer.kind === 'changed') return answer.text
    return answer.kind === 'refused' ? answer.paste : ''
  } catch (error) {
    if (error instanceof ElifError) return ''
    throw error
  }
}
