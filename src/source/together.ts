import { type Editor, changed, present, refused } from './edit.ts'
import { linesOf } from './lines-of.ts'

/**
 * Edits of one file of which none makes sense alone: when one is refused, none is made, and the
 * answer has the lines of all that are missing. The first refusal says why: others may follow from it.
 */
export const together =
  (...editors: Editor[]): Editor =>
  (source, path) => {
    let text = source
    let because: string | undefined
    const lines: string[] = []
    for (const editor of editors) {
      const answer = editor(text, path)
      if (answer.kind === 'present') continue
      if (answer.kind === 'changed') text = answer.text
      else because ??= answer.because
      lines.push(answer.kind === 'refused' ? answer.paste : linesOf(editor, path).trimEnd())
    }
    if (because !== undefined) return refused(because, lines.join('\n'))
    return text === source ? present : changed(text)
  }
