import { type Edit, type Editor, changed, present, refused } from './edit.ts'
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
      const answer = answerOf(editor, { source, text, path })
      if (answer.kind === 'present') continue
      if (answer.kind === 'changed') text = answer.text
      else because ??= answer.because
      lines.push(answer.kind === 'refused' ? answer.paste : linesOf(editor, path).trimEnd())
    }
    if (because !== undefined) return refused(because, lines.join('\n'))
    return text === source ? present : changed(text)
  }

type Place = { source: string; text: string; path: string | undefined }

/** A refusal and a fault name the line that the file has, not the one that earlier edits give it. */
function answerOf(editor: Editor, { source, text, path }: Place): Edit {
  try {
    const answer = editor(text, path)
    if (answer.kind !== 'refused' || text === source) return answer
    const first = editor(source, path)
    return first.kind === 'refused' && isSame(first.because, answer.because) ? first : answer
  } catch (fault) {
    editor(source, path)
    throw fault
  }
}

const isSame = (one: string, other: string) => unplaced(one) === unplaced(other)
const unplaced = (because: string) => because.replaceAll(/\bline \d+/g, 'line')
